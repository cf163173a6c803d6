import "server-only";
import { and, asc, eq, gt, isNull, like, lte, ne, or, sql } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { total } from "@/db/pages";
import { jobRoles, staffMembers, teamMemberships, teams } from "@/db/schema";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";
import type { Subject } from "../policy";
import { getSubject, visibleTo } from "../queries";
import { searchNameOf } from "../rules";

/** A person whom the actor may look up, with their posts in words. */
export interface DirectoryEntry {
  id: string;
  name: string;
  posts: string[];
}

interface Search {
  name?: string;
  page?: number;
}

/** Everybody besides the actor whose record the actor may see on the day, by name. */
export function listPeople(
  actor: Actor,
  on: IsoDate,
  { name = "", page = 1 }: Search = {},
): Promise<Page<DirectoryEntry>> {
  const { limit, offset } = pageWindow(page);
  const post = sql`${jobRoles.title} || ', ' || ${teams.name}`;
  return withTrust(actor, async (tx) => {
    const rows = await tx
      .select({
        id: staffMembers.id,
        name: staffMembers.name,
        posts: sql<
          string[]
        >`coalesce(jsonb_agg(${post} order by ${teams.name}) filter (where ${teams.id} is not null), '[]')`,
        total,
      })
      .from(staffMembers)
      .leftJoin(
        teamMemberships,
        and(
          eq(teamMemberships.trustId, staffMembers.trustId),
          eq(teamMemberships.staffId, staffMembers.id),
          inForce(teamMemberships, on),
        ),
      )
      .leftJoin(teams, and(eq(teams.trustId, teamMemberships.trustId), eq(teams.id, teamMemberships.teamId)))
      .leftJoin(
        jobRoles,
        and(eq(jobRoles.trustId, teamMemberships.trustId), eq(jobRoles.id, teamMemberships.jobRoleId)),
      )
      .where(
        and(
          visibleTo(actor, staffMembers.id, on),
          ne(staffMembers.id, actor.staffId),
          lte(staffMembers.startedOn, on),
          or(isNull(staffMembers.endedOn), gt(staffMembers.endedOn, on)),
          named(name),
        ),
      )
      .groupBy(staffMembers.trustId, staffMembers.id)
      .orderBy(asc(staffMembers.searchName), asc(staffMembers.id))
      .limit(limit)
      .offset(offset);
    return toPage(rows, page);
  });
}

/** Whose record it is, as policies ask: for pages that offer what the actor may do with it. */
export function getSubjectOf(actor: Actor, staffId: string, on: IsoDate): Promise<Subject> {
  return withTrust(actor, (tx) => getSubject(tx, staffId, on));
}

function named(name: string) {
  const wanted = searchNameOf(name).slice(0, 100);
  if (wanted === "") return undefined;
  return like(staffMembers.searchName, `%${wanted.replace(/[\\%_]/g, "\\$&")}%`);
}
