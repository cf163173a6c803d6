import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, CommandContext } from "@/lib/auth/actor";
import { findAccount, findActor } from "@/lib/auth/sessions";
import { now } from "@/lib/platform/clock";
import { requestId, requestPath } from "./request";
import { readSessionToken } from "./session-cookie";

/** Who is signed in to this trust. The signed-out are sent to sign in; a stranger to the trust finds no page. */
export const requireActor = cache(async (ods: string): Promise<Actor> => {
  const token = await readSessionToken();
  return (token && (await actorOrNothing(token, ods))) || redirect(await signInPath());
});

/** The actor; null for a session that is over. Somebody signed in who has no place in the trust gets a 404. */
export async function actorOrNothing(token: string, ods: string): Promise<Actor | null> {
  const at = now();
  const actor = await findActor(token, ods, at);
  if (!actor && (await findAccount(token, at))) notFound();
  return actor;
}

export async function requestContext(actor: Actor): Promise<CommandContext> {
  return { actor, now: now(), requestId: await requestId() };
}

export async function signInPath(): Promise<string> {
  return `/sign-in?next=${encodeURIComponent(await requestPath())}`;
}
