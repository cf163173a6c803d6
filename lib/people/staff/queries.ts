import "server-only";
import { and, asc, eq, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { inForce } from "@/db/facts";
import { jobRoles, staffMembers, teamMemberships, teams } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { visibleTo } from "../queries";
import type { ShiftPattern } from "../rules";

export interface Post {
  teamId: string;
  teamName: string;
  jobRoleId: string;
  jobRole: string;
  band: string;
  shiftPattern: ShiftPattern;
  validFrom: IsoDate;
}

export interface PersonDetails {
  id: string;
  name: string;
  employeeNumber: string;
  startedOn: IsoDate;
  endedOn: IsoDate | null;
  posts: Post[];
}

/** A person whose record the actor may see, with their posts on the day; refuses "not-found" for any other. */
export function getPerson(
  actor: Actor,
  staffId: string,
  on: IsoDate = londonDate(now()),
): Promise<PersonDetails> {
  return withTrust(actor, (tx) => selectPerson(tx, actor, staffId, on));
}

/** The same within a transaction of the actor's. */
export async function selectPerson(
  tx: Tx,
  actor: Actor,
  staffId: string,
  on: IsoDate,
): Promise<PersonDetails> {
  const rows = await tx
    .select({ person: personColumns, post: postColumns })
    .from(staffMembers)
    .leftJoin(teamMemberships, and(isOf(teamMemberships.staffId), inForce(teamMemberships, on)))
    .leftJoin(teams, and(eq(teams.trustId, teamMemberships.trustId), eq(teams.id, teamMemberships.teamId)))
    .leftJoin(
      jobRoles,
      and(eq(jobRoles.trustId, teamMemberships.trustId), eq(jobRoles.id, teamMemberships.jobRoleId)),
    )
    .where(and(eq(staffMembers.id, staffId), visibleTo(actor, staffMembers.id, on)))
    .orderBy(asc(teams.name), asc(teamMemberships.id));
  const [first] = rows;
  if (!first) refuse("not-found", "record-not-visible");
  return { ...first.person, posts: rows.flatMap(({ post }) => (post.teamId ? [post as Post] : [])) };
}

const personColumns = {
  id: staffMembers.id,
  name: staffMembers.name,
  employeeNumber: staffMembers.employeeNumber,
  startedOn: staffMembers.startedOn,
  endedOn: staffMembers.endedOn,
};

const postColumns = {
  teamId: teamMemberships.teamId,
  teamName: teams.name,
  jobRoleId: teamMemberships.jobRoleId,
  jobRole: jobRoles.title,
  band: teamMemberships.band,
  shiftPattern: teamMemberships.shiftPattern,
  validFrom: teamMemberships.validFrom,
};

function isOf(staffId: AnyPgColumn): SQL | undefined {
  return and(eq(teamMemberships.trustId, staffMembers.trustId), eq(staffId, staffMembers.id));
}
