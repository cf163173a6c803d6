import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { competencyVersions, holdingEvents, staffMembers } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { openReview } from "@/lib/sign-off/holding/rules";
import type { QueueKind } from "../queries";

const limiting = alias(holdingEvents, "limiting");

/** The suspensions and restrictions of the actor's supervisees that stand on the day: theirs to reassess. */
export async function openReviewIds(tx: Tx, { superviseeIds }: Actor, on: IsoDate): Promise<string[]> {
  if (superviseeIds.length === 0) return [];
  const rows = await tx
    .select({
      id: holdingEvents.id,
      subject: sql<string>`${holdingEvents.staffId} || ' ' || ${holdingEvents.competencyId}`,
      kind: holdingEvents.kind,
      on: holdingEvents.onDate,
      expiresOn: holdingEvents.expiresOn,
      voidsEventId: holdingEvents.voidsEventId,
      recordedAt: holdingEvents.recordedAt,
    })
    .from(holdingEvents)
    .where(
      and(
        inArray(holdingEvents.staffId, superviseeIds),
        sql`exists (select 1 from ${holdingEvents} ${limiting} where ${and(
          eq(limiting.trustId, holdingEvents.trustId),
          eq(limiting.staffId, holdingEvents.staffId),
          eq(limiting.competencyId, holdingEvents.competencyId),
          inArray(limiting.kind, ["suspended", "restricted"]),
        )})`,
      ),
    );
  const events = rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
  const bySubject = new Map<string, typeof events>();
  for (const event of events) {
    bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event]);
  }
  return [...bySubject.values()].flatMap((history) => openReview(history, { on })?.id ?? []);
}

/** The reviews named, as rows of the queue. */
export function reviewsWaiting(tx: Tx, eventIds: string[]) {
  return tx
    .select({
      kind: sql<QueueKind>`${holdingEvents.kind}`.as("kind"),
      id: sql<string>`${holdingEvents.id}`.as("id"),
      staffId: sql<string>`${holdingEvents.staffId}`.as("staff_id"),
      competencyId: sql<string>`${holdingEvents.competencyId}`.as("competency_id"),
      personName: sql<string>`${staffMembers.name}`.as("person_name"),
      competencyTitle: sql<string>`${competencyVersions.title}`.as("competency_title"),
      since: sql`${holdingEvents.recordedAt}`.mapWith(holdingEvents.recordedAt).as("since"),
      colleagueName: sql<string | null>`null::text`.as("colleague_name"),
      lapseDays: sql<number | null>`null::integer`.as("lapse_days"),
    })
    .from(holdingEvents)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, holdingEvents.trustId), eq(staffMembers.id, holdingEvents.staffId)),
    )
    .innerJoin(
      competencyVersions,
      and(
        eq(competencyVersions.trustId, holdingEvents.trustId),
        eq(competencyVersions.id, holdingEvents.competencyVersionId),
      ),
    )
    .where(inArray(holdingEvents.id, eventIds));
}
