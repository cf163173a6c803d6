import "server-only";
import { and, desc, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { known } from "@/db/facts";
import { total } from "@/db/pages";
import {
  jobRoles,
  recordViews,
  staffMembers,
  staffRoles,
  supervisions,
  teamMemberships,
  teams,
} from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor, Role } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";

/** One look at the actor's record, with who the viewer was on that day. */
export interface RecordView {
  viewerId: string;
  viewerName: string;
  viewedOn: IsoDate;
  /** When they first looked on that day. */
  firstViewedAt: string;
  posts: string[];
  roles: Role[];
  /** The viewer supervised the actor on that day. */
  supervised: boolean;
}

/** Who looked at the actor's own record, latest first. */
export function listViewsOf(actor: Actor, page = 1): Promise<Page<RecordView>> {
  const { limit, offset } = pageWindow(page);
  return withTrust(actor, async (tx) => {
    const rows = await tx
      .select({
        viewerId: recordViews.viewerId,
        viewerName: staffMembers.name,
        viewedOn: recordViews.viewedOn,
        firstViewedAt: recordViews.firstViewedAt,
        posts: sql<string[]>`to_jsonb(array(${postsOf(tx)}))`,
        roles: sql<Role[]>`to_jsonb(array(${rolesOf(tx)}))`,
        supervised: sql<boolean>`exists (${supervisionOf(tx)})`,
        total,
      })
      .from(recordViews)
      .innerJoin(
        staffMembers,
        and(eq(staffMembers.trustId, recordViews.trustId), eq(staffMembers.id, recordViews.viewerId)),
      )
      .where(eq(recordViews.subjectId, actor.staffId))
      .orderBy(desc(recordViews.firstViewedAt), desc(recordViews.viewerId))
      .limit(limit)
      .offset(offset);
    const views = rows.map((row) => ({ ...row, firstViewedAt: row.firstViewedAt.toISOString() }));
    return toPage(views, page);
  });
}

function postsOf(tx: Tx) {
  return tx
    .select({ post: sql`${jobRoles.title} || ', ' || ${teams.name}` })
    .from(teamMemberships)
    .innerJoin(teams, and(eq(teams.trustId, teamMemberships.trustId), eq(teams.id, teamMemberships.teamId)))
    .innerJoin(
      jobRoles,
      and(eq(jobRoles.trustId, teamMemberships.trustId), eq(jobRoles.id, teamMemberships.jobRoleId)),
    )
    .where(and(isViewer(teamMemberships.trustId, teamMemberships.staffId), onThatDay(teamMemberships)))
    .orderBy(teams.name);
}

function rolesOf(tx: Tx) {
  return tx
    .selectDistinct({ role: staffRoles.role })
    .from(staffRoles)
    .where(and(isViewer(staffRoles.trustId, staffRoles.staffId), onThatDay(staffRoles)))
    .orderBy(staffRoles.role);
}

function supervisionOf(tx: Tx) {
  return tx
    .select({ id: supervisions.id })
    .from(supervisions)
    .where(
      and(
        isViewer(supervisions.trustId, supervisions.supervisorId),
        eq(supervisions.learnerId, recordViews.subjectId),
        onThatDay(supervisions),
      ),
    );
}

function isViewer(trustId: AnyPgColumn, staffId: AnyPgColumn): SQL | undefined {
  return and(eq(trustId, recordViews.trustId), eq(staffId, recordViews.viewerId));
}

type DatedTable = Parameters<typeof known>[0] & { validFrom: AnyPgColumn; validUntil: AnyPgColumn };

function onThatDay(table: DatedTable): SQL | undefined {
  return and(
    known(table),
    lte(table.validFrom, recordViews.viewedOn),
    or(isNull(table.validUntil), gt(table.validUntil, recordViews.viewedOn)),
  );
}
