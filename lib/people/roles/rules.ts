import type { Role } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";

const ofTheTrust: readonly Role[] = ["lead"];
const ofATeam: readonly Role[] = ["manager", "deputy"];
const endsByItself: readonly Role[] = ["deputy", "auditor", "radiation-expert", "physics-expert"];

export interface RoleGrant {
  role: Role;
  teamId: string | null;
  validUntil: IsoDate | null;
}

export type RoleFault = "role-is-trust-wide" | "role-needs-team" | "role-needs-end";

/** The lead is for the whole trust, a manager for a team; deputies and readers have a dated end. */
export function roleFault({ role, teamId, validUntil }: RoleGrant): RoleFault | null {
  if (ofTheTrust.includes(role) && teamId !== null) return "role-is-trust-wide";
  if (ofATeam.includes(role) && teamId === null) return "role-needs-team";
  if (endsByItself.includes(role) && validUntil === null) return "role-needs-end";
  return null;
}
