import "server-only";
import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { known } from "@/db/facts";
import { practiceResponses, practices, practiceWithdrawals, trusts } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import type { PracticeFact } from "../rules";
import { selectComments } from "./comments/queries";
import { isAnswer, isWithdrawal, practiceQuery, stateOf } from "./rows/queries";

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

/**
 * The latest rows that match, newest first, with their state on the day. Scoped to the transaction's trust; what was
 * never sent is its owner's alone, also once it is withdrawn.
 */
export async function selectPractices(
  tx: Tx,
  where: SQL | undefined,
  on: IsoDate,
  order: "newest-first" | "oldest-first" = "newest-first",
): Promise<PracticeRow[]> {
  const by = order === "newest-first" ? desc : asc;
  const rows = await practiceQuery(tx)
    .where(and(known(practices), or(eq(practices.submitted, true), isOwn), where))
    .orderBy(by(practices.performedOn), by(practices.id));
  return rows.map((row) => toPractice(row, on));
}

const isOwn = sql`${practices.staffId}::text = current_setting('app.staff_id')`;

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
    .leftJoin(practiceResponses, isAnswer)
    .leftJoin(practiceWithdrawals, isWithdrawal)
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
