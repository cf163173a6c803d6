import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { holdingEvents, staffMembers } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { IsoDate } from "@/lib/platform/dates";
import {
  type HoldingEvent,
  type HoldingScope,
  holdingOn,
  openReview,
  type ReviewKind,
  reviewKind,
} from "./rules";
import { type HoldingStatus, holdingStatus } from "./status/rules";

/** An event with what a timeline and a signature page show of it. */
export interface HoldingEventRow extends HoldingEvent {
  staffId: string;
  competencyId: string;
  scope: HoldingScope;
  reason: string | null;
  incidentReference: string | null;
  decisionId: string | null;
  signatureId: string | null;
  recordedById: string;
  recordedByName: string;
}

/** The history of one person's competencies, oldest first. Scoped to the transaction's trust. */
export async function selectHoldingEvents(
  tx: Tx,
  staffId: string,
  competencyIds?: string[],
): Promise<HoldingEventRow[]> {
  if (competencyIds?.length === 0) return [];
  const rows = await tx
    .select({
      id: holdingEvents.id,
      staffId: holdingEvents.staffId,
      competencyId: holdingEvents.competencyId,
      kind: holdingEvents.kind,
      on: holdingEvents.onDate,
      expiresOn: holdingEvents.expiresOn,
      voidsEventId: holdingEvents.voidsEventId,
      scope: holdingEvents.scope,
      reason: holdingEvents.reason,
      incidentReference: holdingEvents.incidentReference,
      decisionId: holdingEvents.decisionId,
      signatureId: holdingEvents.signatureId,
      recordedAt: holdingEvents.recordedAt,
      recordedById: holdingEvents.recordedById,
      recordedByName: staffMembers.name,
    })
    .from(holdingEvents)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, holdingEvents.trustId), eq(staffMembers.id, holdingEvents.recordedById)),
    )
    .where(
      and(
        eq(holdingEvents.staffId, staffId),
        competencyIds ? inArray(holdingEvents.competencyId, competencyIds) : undefined,
      ),
    )
    .orderBy(asc(holdingEvents.recordedAt), asc(holdingEvents.id));
  return rows.map((row) => ({
    ...row,
    scope: row.scope as HoldingScope,
    recordedAt: row.recordedAt.toISOString(),
  }));
}

/** Where the holding stands on a day as far as the events go, for somebody of whom nothing else needs to be known. */
export async function holdingStandingOf(
  tx: Tx,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  noticeDays: number,
  on: IsoDate,
): Promise<{ status: HoldingStatus; underReview: ReviewKind | null }> {
  const events = await selectHoldingEvents(tx, staffId, [competencyId]);
  const status = holdingStatus({ events, noticeDays, learning: nothingLearnt }, { on });
  return { status, underReview: reviewKind(events, { on }) };
}

/** Which of the competencies the person holds on the day. */
export async function heldAmong(
  tx: Tx,
  staffId: string,
  competencyIds: string[],
  on: IsoDate,
): Promise<Set<string>> {
  const events = await selectHoldingEvents(tx, staffId, competencyIds);
  return new Set(
    competencyIds.filter((competencyId) => {
      const state = holdingOn(
        events.filter((event) => event.competencyId === competencyId),
        { on },
      );
      const { restsOn } = state;
      if (!restsOn || state.suspended || state.restricted) return false;
      return restsOn.expiresOn === null || on <= restsOn.expiresOn;
    }),
  );
}

const nothingLearnt = {
  started: false,
  practiceMet: false,
  theoryMet: false,
  prerequisitesMet: false,
  requestState: null,
};

/** The suspension or restriction that stands today; null where there is none. */
export async function findOpenReview(
  tx: Tx,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  on: IsoDate,
): Promise<HoldingEventRow | null> {
  return openReview(await selectHoldingEvents(tx, staffId, [competencyId]), { on });
}
