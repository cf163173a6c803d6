import "server-only";
import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { covers, jobRoles, requirements, staffMembers, teamMemberships } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { AsAt } from "../as-at/rules";
import type { Cover, Member, Requirement } from "../rules";

interface OfTeam {
  teamId: string;
}

/** A post in a team, as the matrix names it. `jobRole` is the job role's id. */
export interface TeamMember extends Member, OfTeam {
  jobRoleTitle: string;
  band: string;
}

/** Who is in the teams on the day, by name. Whoever has left the trust is in none. */
export function selectMembers(tx: Tx, teamIds: string[], { on, knownAt }: AsAt): Promise<TeamMember[]> {
  return tx
    .select({
      teamId: teamMemberships.teamId,
      staffId: teamMemberships.staffId,
      name: staffMembers.name,
      jobRole: teamMemberships.jobRoleId,
      jobRoleTitle: jobRoles.title,
      band: teamMemberships.band,
      shiftPattern: teamMemberships.shiftPattern,
      validFrom: teamMemberships.validFrom,
      validUntil: teamMemberships.validUntil,
    })
    .from(teamMemberships)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, teamMemberships.trustId), eq(staffMembers.id, teamMemberships.staffId)),
    )
    .innerJoin(
      jobRoles,
      and(eq(jobRoles.trustId, teamMemberships.trustId), eq(jobRoles.id, teamMemberships.jobRoleId)),
    )
    .where(
      and(
        inArray(teamMemberships.teamId, teamIds),
        inForce(teamMemberships, on, knownAt),
        or(isNull(staffMembers.endedOn), gt(staffMembers.endedOn, on)),
      ),
    )
    .orderBy(asc(staffMembers.searchName), asc(staffMembers.id), asc(teamMemberships.id));
}

/** What the teams require on the day, of the job role with the id `jobRole`. */
export function selectRequirements(
  tx: Tx,
  teamIds: string[],
  { on, knownAt }: AsAt,
): Promise<(Requirement & OfTeam)[]> {
  return tx
    .select({
      teamId: requirements.teamId,
      competencyId: requirements.competencyId,
      jobRole: requirements.jobRoleId,
      kind: requirements.kind,
      validFrom: requirements.validFrom,
      validUntil: requirements.validUntil,
    })
    .from(requirements)
    .where(and(inArray(requirements.teamId, teamIds), inForce(requirements, on, knownAt)));
}

/** How many holders the teams need on the day. */
export function selectCovers(tx: Tx, teamIds: string[], { on, knownAt }: AsAt): Promise<(Cover & OfTeam)[]> {
  return tx
    .select({
      teamId: covers.teamId,
      competencyId: covers.competencyId,
      shiftPattern: covers.shiftPattern,
      minimum: covers.minimum,
      validFrom: covers.validFrom,
      validUntil: covers.validUntil,
    })
    .from(covers)
    .where(and(inArray(covers.teamId, teamIds), inForce(covers, on, knownAt)))
    .orderBy(asc(covers.shiftPattern), asc(covers.id));
}
