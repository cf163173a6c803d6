import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { total } from "@/db/pages";
import { recordViews, staffMembers } from "@/db/schema";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";

export interface RecordView {
  viewerId: string;
  viewerName: string;
  viewedOn: IsoDate;
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
        total,
      })
      .from(recordViews)
      .innerJoin(
        staffMembers,
        and(eq(staffMembers.trustId, recordViews.trustId), eq(staffMembers.id, recordViews.viewerId)),
      )
      .where(eq(recordViews.subjectId, actor.staffId))
      .orderBy(desc(recordViews.viewedOn), desc(recordViews.viewerId))
      .limit(limit)
      .offset(offset);
    return toPage(rows, page);
  });
}
