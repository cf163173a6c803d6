import { randomUUID } from "node:crypto";
import type { Actor, CommandContext } from "@/lib/auth/actor";
import { findActor, openSession } from "@/lib/auth/sessions";

/** A staff member who can sign in. */
export interface Person {
  staffId: string;
  accountId: string;
  ods: string;
  name: string;
}

/** The instant at which test worlds are made: nine in the morning in London. */
export const worldStart = new Date("2026-03-02T09:00:00Z");

/** What a command is given when this person acts, with everything the database knows of them at that instant. */
export async function contextOf(person: Person, at: Date = worldStart): Promise<CommandContext> {
  return { actor: await actorOf(person, at), now: at, requestId: randomUUID() };
}

export async function actorOf(person: Person, at: Date = worldStart): Promise<Actor> {
  const { token } = await openSession(person.accountId, at);
  const actor = await findActor(token, person.ods, at);
  if (!actor) throw new Error(`${person.name} can't act in ${person.ods} at ${at.toISOString()}`);
  return actor;
}

/** The same time of day, so many days later. */
export function daysAfter(days: number, from: Date = worldStart): Date {
  return new Date(from.getTime() + days * 86_400_000);
}

/** A new form's key. */
export function aKey(): string {
  return randomUUID();
}
