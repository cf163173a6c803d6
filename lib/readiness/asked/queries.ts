import "server-only";
import { and, sql } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { amongList, idList } from "@/db/ids";
import { covers, jobRoles, requirements, staffMembers, teamMemberships } from "@/db/schema";
import { jsonRows, statement, together } from "@/db/statement";
import type { Tx } from "@/db/tenant";
import { hasNotLeft } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import type { AsAt } from "../as-at/rules";
import type { Cover } from "../cover/rules";
import type { Requirement } from "../requirements/rules";
import type { Member } from "../rules";

interface OfTeam {
  teamId: string;
}

/** A post in a team, as the matrix names it. `jobRole` is the job role's id. */
export interface TeamMember extends Member, OfTeam {
  jobRoleTitle: string;
  band: string;
}

/** What teams ask of whom on a day. */
export interface TeamsAsked {
  /** By name. Whoever has left the trust is in no team. */
  members: TeamMember[];
  requirements: (Requirement & OfTeam)[];
  covers: (Cover & OfTeam)[];
}

/** Everything that the teams ask on the day, and of whom, in one trip. */
export function selectAsked(tx: Tx, teamIds: string[], { on, knownAt }: AsAt): Promise<TeamsAsked> {
  const given = { teamIds: idList(teamIds), on };
  return knownAt ? askedThen(tx, { ...given, knownAt }) : askedNow(tx, given);
}

interface Given {
  teamIds: string;
  on: IsoDate;
}

const askedNow = statement((given: Given) => askedBy(given));
const askedThen = statement((given: Given & { knownAt: Date }) => askedBy(given, given.knownAt));

function askedBy({ teamIds, on }: Given, knownAt?: Date) {
  return together({
    members: membersOf(teamIds, on, knownAt),
    requirements: requirementsOf(teamIds, on, knownAt),
    covers: coversOf(teamIds, on, knownAt),
  });
}

function membersOf(teamIds: string, on: IsoDate, knownAt?: Date) {
  return jsonRows(
    {
      teamId: teamMemberships.teamId,
      staffId: teamMemberships.staffId,
      name: staffMembers.name,
      jobRole: teamMemberships.jobRoleId,
      jobRoleTitle: jobRoles.title,
      band: teamMemberships.band,
      shiftPattern: teamMemberships.shiftPattern,
      validFrom: teamMemberships.validFrom,
      validUntil: teamMemberships.validUntil,
    },
    sql`from ${teamMemberships}
      join ${staffMembers} on ${staffMembers.trustId} = ${teamMemberships.trustId} and ${staffMembers.id} = ${teamMemberships.staffId}
      join ${jobRoles} on ${jobRoles.trustId} = ${teamMemberships.trustId} and ${jobRoles.id} = ${teamMemberships.jobRoleId}
      where ${and(
        amongList(teamMemberships.teamId, teamIds),
        inForce(teamMemberships, on, knownAt),
        hasNotLeft(on),
      )}`,
    sql`${staffMembers.searchName}, ${staffMembers.id}, ${teamMemberships.id}`,
  );
}

function requirementsOf(teamIds: string, on: IsoDate, knownAt?: Date) {
  return jsonRows(
    {
      teamId: requirements.teamId,
      competencyId: requirements.competencyId,
      jobRole: requirements.jobRoleId,
      kind: requirements.kind,
      dueDays: requirements.dueDays,
      validFrom: requirements.validFrom,
      validUntil: requirements.validUntil,
    },
    sql`from ${requirements} where ${and(amongList(requirements.teamId, teamIds), inForce(requirements, on, knownAt))}`,
  );
}

function coversOf(teamIds: string, on: IsoDate, knownAt?: Date) {
  return jsonRows(
    {
      teamId: covers.teamId,
      competencyId: covers.competencyId,
      shiftPattern: covers.shiftPattern,
      minimum: covers.minimum,
      validFrom: covers.validFrom,
      validUntil: covers.validUntil,
    },
    sql`from ${covers} where ${and(amongList(covers.teamId, teamIds), inForce(covers, on, knownAt))}`,
    sql`${covers.shiftPattern}, ${covers.id}`,
  );
}
