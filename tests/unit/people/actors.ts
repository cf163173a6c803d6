import type { Actor } from "@/lib/auth/actor";

/** Somebody without any role, supervisee or team, unless told otherwise. */
export function anActor(changes: Partial<Actor> = {}): Actor {
  return {
    accountId: "account",
    trustId: "trust",
    ods: "ZZ1",
    trustName: "Example NHS Trust",
    demo: true,
    staffId: "actor",
    name: "Ada Example",
    roles: [],
    teamIds: [],
    managedTeamIds: [],
    superviseeIds: [],
    ...changes,
  };
}
