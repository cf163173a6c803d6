import "server-only";
import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { known } from "@/db/facts";
import {
  competencies,
  competencyVersions,
  equipment,
  practiceComments,
  practiceResponses,
  practices,
  practiceWithdrawals,
  settings,
  staffMembers,
  trusts,
} from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/people/queries";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import type { PracticeFact } from "../rules";
import { practiceState } from "../workflow";

const owners = alias(staffMembers, "owners");
const observers = alias(staffMembers, "observers");

const columns = {
  id: practices.id,
  staffId: practices.staffId,
  ownerName: owners.name,
  competencyId: practices.competencyId,
  competencyVersionId: practices.competencyVersionId,
  competencyCode: competencies.code,
  competencyTitle: competencyVersions.title,
  performedOn: practices.performedOn,
  settingId: practices.settingId,
  settingKind: settings.kind,
  settingName: settings.name,
  equipmentId: practices.equipmentId,
  equipmentName: sql<string | null>`${equipment.make} || ' ' || ${equipment.model}`,
  supervision: practices.supervision,
  performances: practices.performances,
  simulated: practices.simulated,
  outcome: practices.outcome,
  observerId: practices.observerId,
  observerName: observers.name,
  note: practices.note,
  incidentReference: practices.incidentReference,
  submitted: practices.submitted,
  recordedAt: practices.recordedAt,
  recordedById: practices.recordedById,
  answer: practiceResponses.answer,
  answerReason: practiceResponses.reason,
  answerLate: practiceResponses.late,
  answeredAt: practiceResponses.respondedAt,
  withdrawnAt: practiceWithdrawals.withdrawnAt,
  withdrawnReason: practiceWithdrawals.reason,
  lapseDays: trusts.practiceLapseDays,
};

/** A practice as screens and rules read it: the facts, the names beside them, and how it was answered. */
export interface PracticeRow extends PracticeFact {
  staffId: string;
  ownerName: string;
  competencyId: string;
  competencyVersionId: string;
  competencyCode: string;
  competencyTitle: string;
  settingName: string;
  equipmentName: string | null;
  observerName: string;
  note: string | null;
  incidentReference: string | null;
  recordedById: string | null;
  answeredAt: string | null;
  answerReason: string | null;
  answerLate: boolean;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

function practiceQuery(tx: Tx) {
  return tx
    .select(columns)
    .from(practices)
    .innerJoin(trusts, eq(trusts.id, practices.trustId))
    .innerJoin(owners, and(eq(owners.trustId, practices.trustId), eq(owners.id, practices.staffId)))
    .innerJoin(
      observers,
      and(eq(observers.trustId, practices.trustId), eq(observers.id, practices.observerId)),
    )
    .innerJoin(settings, and(eq(settings.trustId, practices.trustId), eq(settings.id, practices.settingId)))
    .innerJoin(
      competencies,
      and(eq(competencies.trustId, practices.trustId), eq(competencies.id, practices.competencyId)),
    )
    .innerJoin(
      competencyVersions,
      and(
        eq(competencyVersions.trustId, practices.trustId),
        eq(competencyVersions.id, practices.competencyVersionId),
      ),
    )
    .leftJoin(
      equipment,
      and(eq(equipment.trustId, practices.trustId), eq(equipment.id, practices.equipmentId)),
    )
    .leftJoin(
      practiceResponses,
      and(eq(practiceResponses.trustId, practices.trustId), eq(practiceResponses.practiceId, practices.id)),
    )
    .leftJoin(
      practiceWithdrawals,
      and(
        eq(practiceWithdrawals.trustId, practices.trustId),
        eq(practiceWithdrawals.practiceId, practices.id),
      ),
    )
    .$dynamic();
}

/** The latest rows that match, newest first, with their state on the day. Scoped to the transaction's trust. */
export async function selectPractices(
  tx: Tx,
  where: SQL | undefined,
  on: IsoDate,
  order: "newest-first" | "oldest-first" = "newest-first",
): Promise<PracticeRow[]> {
  const by = order === "newest-first" ? desc : asc;
  const rows = await practiceQuery(tx)
    .where(and(known(practices), where))
    .orderBy(by(practices.performedOn), by(practices.id));
  return rows.map((row) => toPractice(row, on));
}

/** All practice of one person at one competency. */
export function selectPracticesOf(
  tx: Tx,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  on: IsoDate,
): Promise<PracticeRow[]> {
  return selectPractices(
    tx,
    and(eq(practices.staffId, staffId), eq(practices.competencyId, competencyId)),
    on,
  );
}

/** What a command needs to know of a practice before it answers, corrects or withdraws it. */
export type PracticeToChange = Pick<PracticeRow, "id" | "staffId" | "competencyId" | "observerId" | "state">;

/** One practice that the transaction's trust has; refuses "not-found" for any other. */
export async function getPracticeIn(tx: Tx, id: string, on: IsoDate): Promise<PracticeToChange> {
  const [row] = await tx
    .select({
      id: practices.id,
      staffId: practices.staffId,
      competencyId: practices.competencyId,
      observerId: practices.observerId,
      submitted: practices.submitted,
      recordedAt: practices.recordedAt,
      answer: practiceResponses.answer,
      withdrawnAt: practiceWithdrawals.withdrawnAt,
      lapseDays: trusts.practiceLapseDays,
    })
    .from(practices)
    .innerJoin(trusts, eq(trusts.id, practices.trustId))
    .leftJoin(
      practiceResponses,
      and(eq(practiceResponses.trustId, practices.trustId), eq(practiceResponses.practiceId, practices.id)),
    )
    .leftJoin(
      practiceWithdrawals,
      and(
        eq(practiceWithdrawals.trustId, practices.trustId),
        eq(practiceWithdrawals.practiceId, practices.id),
      ),
    )
    .where(and(known(practices), eq(practices.id, id)));
  if (!row) refuse("not-found", "practice-not-found");
  const { staffId, competencyId, observerId } = row;
  return { id, staffId, competencyId, observerId, state: stateOf(row, on) };
}

/** One practice that the actor may see: their own, one they watched, or of a person whose record they may see. */
export function getPractice(actor: Actor, id: string, on: IsoDate): Promise<PracticeRow> {
  return withTrust(actor, async (tx) => {
    const scope = or(visibleTo(actor, practices.staffId, on), eq(practices.observerId, actor.staffId));
    const [practice] = await selectPractices(tx, and(eq(practices.id, id), scope), on);
    if (!practice) refuse("not-found", "practice-not-found");
    return practice;
  });
}

/** One practice with its owner's comments. Refuses "not-found" for whoever may not see it. */
export async function getPracticePage(
  actor: Actor,
  id: string,
  on: IsoDate,
): Promise<{ practice: PracticeRow; comments: Awaited<ReturnType<typeof selectComments>> }> {
  const practice = await getPractice(actor, id, on);
  const comments = await withTrust(actor, (tx) => selectComments(tx, [practice.id]));
  return { practice, comments };
}

/** Practice that waits for the actor's answer, oldest first. */
export function listPracticesToConfirm(actor: Actor, on: IsoDate): Promise<PracticeRow[]> {
  const waiting = and(
    eq(practices.observerId, actor.staffId),
    eq(practices.submitted, true),
    isNull(practiceResponses.id),
    isNull(practiceWithdrawals.id),
  );
  return withTrust(actor, (tx) => selectPractices(tx, waiting, on, "oldest-first"));
}

/** The practitioner's own remarks on one practice, in order. */
export async function selectComments(tx: Tx, practiceIds: string[]) {
  if (practiceIds.length === 0) return [];
  const rows = await tx
    .select({
      id: practiceComments.id,
      practiceId: practiceComments.practiceId,
      text: practiceComments.text,
      recordedAt: practiceComments.recordedAt,
    })
    .from(practiceComments)
    .where(inArray(practiceComments.practiceId, practiceIds))
    .orderBy(asc(practiceComments.recordedAt), asc(practiceComments.id));
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}

type RawPractice = Awaited<ReturnType<typeof practiceQuery>>[number];

function toPractice(row: RawPractice, on: IsoDate): PracticeRow {
  const { submitted: _submitted, answer: _answer, lapseDays: _days, ...rest } = row;
  const { recordedAt, answeredAt, answerLate, withdrawnAt } = row;
  return {
    ...rest,
    state: stateOf(row, on),
    recordedAt: recordedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    answerLate: answerLate ?? false,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

type StateColumns = Pick<RawPractice, "submitted" | "answer" | "withdrawnAt" | "recordedAt" | "lapseDays">;

function stateOf({ submitted, answer, withdrawnAt, recordedAt, lapseDays }: StateColumns, on: IsoDate) {
  const facts = {
    submitted,
    response: answer ? { kind: answer } : null,
    withdrawn: withdrawnAt !== null,
    awaitingSince: submitted ? londonDate(recordedAt) : null,
  };
  return practiceState(facts, on, lapseDays);
}
