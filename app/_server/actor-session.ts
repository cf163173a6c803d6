import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { Actor, CommandContext } from "@/lib/auth/actor";
import { type Entry, findAccount, findActor, findEntry } from "@/lib/auth/sessions";
import { now } from "@/lib/platform/clock";
import { requestId, requestPath } from "./request";
import { readSessionToken } from "./session-cookie";

/** Who is signed in to this trust. The signed-out are sent to sign in; a stranger to the trust finds no page. */
export async function requireActor(ods: string): Promise<Actor> {
  return (await requireEntry(ods)).actor;
}

/** The same, and how many trusts they may enter; asked for once a page. */
export const requireEntry = cache(async (ods: string): Promise<Entry> => {
  const token = await readSessionToken();
  return (token && (await orStranger(token, findEntry(token, ods, now())))) || redirect(await signInPath());
});

/** The actor; null for a session that is over. Somebody signed in who has no place in the trust gets a 404. */
export function actorOrNothing(token: string, ods: string): Promise<Actor | null> {
  return orStranger(token, findActor(token, ods, now()));
}

async function orStranger<Found>(token: string, finding: Promise<Found | null>): Promise<Found | null> {
  const found = await finding;
  if (!found && (await findAccount(token, now()))) notFound();
  return found;
}

export async function requestContext(actor: Actor): Promise<CommandContext> {
  return { actor, now: now(), requestId: await requestId() };
}

export async function signInPath(): Promise<string> {
  return `/sign-in?next=${encodeURIComponent(await requestPath())}`;
}
