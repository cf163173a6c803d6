/** The roles of a staff member in one trust, as stored in `staff_roles`. */
export const roles = [
  "assistant-practitioner",
  "supervisor",
  "educator",
  "manager",
  "deputy",
  "authoriser",
  "lead",
  "auditor",
  "radiation-expert",
  "physics-expert",
  "tutor",
] as const;

export type Role = (typeof roles)[number];

/** Who acts: one staff member in one trust, with everything that policies ask, as of this request. */
export interface Actor {
  accountId: string;
  trustId: string;
  ods: string;
  trustName: string;
  /** A demonstration trust: its signatures are marked as such. */
  demo: boolean;
  staffId: string;
  name: string;
  /** `teamId` null means the whole trust. */
  roles: { role: Role; teamId: string | null }[];
  teamIds: string[];
  /** Teams led as manager or deputy, with every team below them. */
  managedTeamIds: string[];
  superviseeIds: string[];
}

/** What every command is given besides its input. `now` comes from `platform/clock` alone. */
export interface CommandContext {
  actor: Actor;
  now: Date;
  requestId: string;
  /**
   * Somebody at a form, who may have gone back to it and can be asked whether they mean it twice. `again`: they were
   * told that they saved the same at this instant, and say that this is another one.
   */
  atForm?: { again?: string };
}

/** Has the actor this role anywhere in the trust? */
export function hasRole(actor: Actor, ...wanted: Role[]): boolean {
  return actor.roles.some(({ role }) => wanted.includes(role));
}
