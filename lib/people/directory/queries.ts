import "server-only";
import { and, asc, like, lte, ne, sql } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { amongList, idList } from "@/db/ids";
import { total } from "@/db/pages";
import { jobRoles, staffMembers, teamMemberships, teams } from "@/db/schema";
import { jsonRows, statement } from "@/db/statement";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";
import type { Subject } from "../policy";
import { getSubject, hasNotLeft, visibleTo } from "../queries";
import { searchNameOf } from "../rules";

/** A person whom the actor may look up, with their posts in words. */
export interface DirectoryEntry {
  id: string;
  name: string;
  posts: string[];
}

/** Part of a name, and which page of those found. */
export interface Search {
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
  return withTrust(actor, async (tx) => {
    const rows = await tx
      .select({ id: staffMembers.id, name: staffMembers.name, total })
      .from(staffMembers)
      .where(
        and(
          visibleTo(actor, staffMembers.id, on),
          ne(staffMembers.id, actor.staffId),
          lte(staffMembers.startedOn, on),
          hasNotLeft(on),
          named(name),
        ),
      )
      .orderBy(asc(staffMembers.searchName), asc(staffMembers.id))
      .limit(limit)
      .offset(offset);
    const posts = await postsOf(tx, { staffIds: idList(rows.map(({ id }) => id)), on });
    const found = toPage(rows, page);
    return {
      ...found,
      rows: found.rows.map((person) => ({
        ...person,
        posts: posts.filter(({ staffId }) => staffId === person.id).map(({ post }) => post),
      })),
    };
  });
}

/** Read for those on the page alone, by team. */
const postsOf = statement(({ staffIds, on }: { staffIds: string; on: IsoDate }) =>
  jsonRows(
    {
      staffId: teamMemberships.staffId,
      post: sql<string>`${jobRoles.title} || ', ' || ${teams.name}`,
    },
    sql`from ${teamMemberships}
      join ${teams} on ${teams.trustId} = ${teamMemberships.trustId} and ${teams.id} = ${teamMemberships.teamId}
      join ${jobRoles} on ${jobRoles.trustId} = ${teamMemberships.trustId} and ${jobRoles.id} = ${teamMemberships.jobRoleId}
      where ${and(amongList(teamMemberships.staffId, staffIds), inForce(teamMemberships, on))}`,
    sql`${teams.name}`,
  ),
);

/** Whose record it is, as policies ask: for pages that offer what the actor may do with it. */
export function getSubjectOf(actor: Actor, staffId: string, on: IsoDate): Promise<Subject> {
  return withTrust(actor, (tx) => getSubject(tx, staffId, on));
}

/** Whose name holds this, however it is written; everybody where it is empty. */
export function named(name: string) {
  const wanted = searchNameOf(name).slice(0, 100);
  if (wanted === "") return undefined;
  return like(staffMembers.searchName, `%${wanted.replace(/[\\%_]/g, "\\$&")}%`);
}
