import "server-only";
import { runCommand } from "@/db/command";
import { lockRecord } from "@/db/locks";
import { practiceComments, practiceResponses, practices, practiceWithdrawals } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { notify } from "@/lib/notifications/commands";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { isEntitled, registrationsAsTheyStand, requireObserver, requirePlace } from "../places/queries";
import { mayComment, mayConfirm, mayCorrect, mayRecordPractice, mayRefuse, mayWithdraw } from "../policy";
import { practiceInputFault } from "../rules";
import type {
  DirectPracticeInput,
  PracticeCommentInput,
  PracticeInput,
  PracticeResponseInput,
  PracticeWithdrawalInput,
} from "../schema";
import { takePractice } from "../workflow";
import { getPracticeIn, type PracticeToChange } from "./queries";

/** Keeps it as a draft, or asks the observer to confirm it. */
export type Submission = { submit: boolean };

interface Saved {
  id: string;
}

/** An assistant practitioner records practice that somebody else watched. */
export function recordPractice(
  ctx: CommandContext,
  input: PracticeInput & Submission,
  key: string,
): Promise<Saved> {
  return runCommand(ctx, { action: "practice.record", key, body: input }, (tx) =>
    recordPracticeIn(tx, ctx, input),
  );
}

/** The same within a transaction that does more, such as asking for sign-off at once. */
export async function recordPracticeIn(
  tx: Tx,
  ctx: CommandContext,
  input: PracticeInput & Submission,
): Promise<Saved> {
  const { staffId } = ctx.actor;
  authorise(mayRecordPractice(ctx.actor, { ownerId: staffId, observerId: input.observerId }));
  return insertPractice(tx, ctx, { ...input, staffId }, null);
}

/** A supervisor records what they watched: recorded and confirmed in one. */
export function recordWatchedPractice(
  ctx: CommandContext,
  input: DirectPracticeInput,
  key: string,
): Promise<Saved> {
  return runCommand(ctx, { action: "practice.record_watched", key, body: input }, async (tx) => {
    const observerId = ctx.actor.staffId;
    authorise(mayRecordPractice(ctx.actor, { ownerId: input.staffId, observerId }));
    const saved = await insertPractice(tx, ctx, { ...input, observerId, submit: true }, null);
    const { staffId, competencyId } = input;
    const practice = {
      id: saved.id,
      staffId,
      competencyId,
      observerId,
      state: "awaiting-confirmation" as const,
    };
    await answer(tx, ctx, practice, "confirmed", null);
    return saved;
  });
}

/** Changes practice that nobody has answered yet; the new row supersedes the old one. */
export function correctPractice(
  ctx: CommandContext,
  input: PracticeInput & Submission & { practiceId: string },
  key: string,
): Promise<Saved> {
  return runCommand(ctx, { action: "practice.correct", key, body: input }, async (tx) => {
    const before = await getPracticeIn(tx, input.practiceId, londonDate(ctx.now));
    if (before.staffId !== ctx.actor.staffId) refuse("not-found", "practice-not-found");
    authorise(mayCorrect(ctx.actor, { ownerId: before.staffId }));
    if (before.state === "draft") takePractice(input.submit ? "submit" : "edit", before.state);
    else takePractice(before.state === "lapsed" ? "submit" : "correct", before.state);
    return insertPractice(
      tx,
      ctx,
      { ...input, staffId: before.staffId, submit: input.submit || before.state !== "draft" },
      before,
    );
  });
}

/** The observer confirms or refuses what they are said to have watched. One answer, ever. */
export function answerPractice(
  ctx: CommandContext,
  input: PracticeResponseInput,
  key: string,
): Promise<Saved> {
  return runCommand(ctx, { action: "practice.answer", key, body: input }, async (tx) => {
    const practice = await getPracticeIn(tx, input.practiceId, londonDate(ctx.now));
    if (practice.observerId !== ctx.actor.staffId && practice.staffId !== ctx.actor.staffId) {
      refuse("not-found", "practice-not-found");
    }
    const subject = { ownerId: practice.staffId, observerId: practice.observerId };
    authorise((input.answer === "confirm" ? mayConfirm : mayRefuse)(ctx.actor, subject));
    const to = takePractice(input.answer, practice.state) === "confirmed" ? "confirmed" : "not-confirmed";
    return answer(tx, ctx, practice, to, input.reason);
  });
}

/** By its owner until it is confirmed; by its observer or the lead afterwards, with a reason. */
export function withdrawPractice(
  ctx: CommandContext,
  input: PracticeWithdrawalInput,
  key: string,
): Promise<Saved> {
  return runCommand(ctx, { action: "practice.withdraw", key, body: input }, async (tx) => {
    const practice = await getPracticeIn(tx, input.practiceId, londonDate(ctx.now));
    const { staffId: ownerId, observerId, state } = practice;
    await lockRecord(tx, practice);
    authorise(mayWithdraw(ctx.actor, { ownerId, observerId, state }));
    takePractice("withdraw", state);
    if (state === "confirmed" && !input.reason) refuse("invalid", "reason-needed", {}, "reason");
    const id = newId(ctx.now);
    await tx.insert(practiceWithdrawals).values({
      trustId: ctx.actor.trustId,
      id,
      practiceId: practice.id,
      withdrawnById: ctx.actor.staffId,
      reason: input.reason,
      withdrawnAt: ctx.now,
    });
    await audit(tx, ctx, "practice.withdrawn", practice, { reason: input.reason });
    if (ctx.actor.staffId !== ownerId) await tell(tx, ctx, "practice.withdrawn", ownerId, practice.id);
    return { id: practice.id };
  });
}

/** The practitioner's own remark, which changes nothing that was confirmed. */
export function commentOnPractice(
  ctx: CommandContext,
  input: PracticeCommentInput,
  key: string,
): Promise<Saved> {
  return runCommand(ctx, { action: "practice.comment", key, body: input }, async (tx) => {
    const practice = await getPracticeIn(tx, input.practiceId, londonDate(ctx.now));
    if (practice.staffId !== ctx.actor.staffId) refuse("not-found", "practice-not-found");
    authorise(mayComment(ctx.actor, { ownerId: practice.staffId }));
    await tx.insert(practiceComments).values({
      trustId: ctx.actor.trustId,
      id: newId(ctx.now),
      practiceId: practice.id,
      text: input.text,
      recordedAt: ctx.now,
      recordedById: ctx.actor.staffId,
    });
    await audit(tx, ctx, "practice.commented", practice, { text: input.text });
    return { id: practice.id };
  });
}

type NewPractice = PracticeInput & Submission & { staffId: string };

async function insertPractice(
  tx: Tx,
  ctx: CommandContext,
  input: NewPractice,
  supersedes: PracticeToChange | null,
): Promise<Saved> {
  const today = londonDate(ctx.now);
  const version = await getCompetencyVersion(tx, input.competencyId, today);
  const entitled = await isEntitled(tx, input, input.performedOn);
  const fault = practiceInputFault(input, {
    entitled,
    ownerId: input.staffId,
    today,
    rule: version.rule.practice,
  });
  if (fault) refuse("invalid", fault.code, {}, fault.field);
  await requirePlace(tx, input);
  await requireObserver(tx, input.observerId, today);
  const id = newId(ctx.now);
  const { competencyId, performedOn, settingId, equipmentId, supervision, performances, simulated } = input;
  const { outcome, observerId, note, incidentReference, submit: submitted, staffId } = input;
  await tx.insert(practices).values({
    trustId: ctx.actor.trustId,
    id,
    staffId,
    competencyId,
    competencyVersionId: version.versionId,
    performedOn,
    settingId,
    equipmentId,
    supervision,
    performances,
    simulated,
    outcome,
    observerId,
    note,
    incidentReference,
    submitted,
    recordedAt: ctx.now,
    recordedById: ctx.actor.staffId,
    supersedesId: supersedes?.id ?? null,
  });
  const saved = { id, staffId, competencyId, observerId };
  const fields = { performedOn, supervision, performances, simulated, outcome, note, incidentReference };
  await audit(
    tx,
    ctx,
    supersedes ? "practice.corrected" : "practice.recorded",
    saved,
    fields,
    supersedes?.id,
  );
  if (submitted && observerId !== ctx.actor.staffId)
    await tell(tx, ctx, "practice.submitted", observerId, id);
  return { id };
}

async function answer(
  tx: Tx,
  ctx: CommandContext,
  practice: PracticeToChange,
  to: "confirmed" | "not-confirmed",
  reason: string | null,
): Promise<Saved> {
  const today = londonDate(ctx.now);
  await tx.insert(practiceResponses).values({
    trustId: ctx.actor.trustId,
    id: newId(ctx.now),
    practiceId: practice.id,
    staffId: practice.staffId,
    respondedById: ctx.actor.staffId,
    answer: to,
    reason,
    late: practice.state === "lapsed",
    registrations: await registrationsAsTheyStand(tx, ctx.actor.staffId, today),
    respondedAt: ctx.now,
  });
  const action = to === "confirmed" ? "practice.confirmed" : "practice.not_confirmed";
  await audit(tx, ctx, action, practice, { reason });
  await tell(tx, ctx, action, practice.staffId, practice.id);
  return { id: practice.id };
}

type PracticeSubject = Omit<PracticeToChange, "state">;

async function audit(
  tx: Tx,
  ctx: CommandContext,
  action: Parameters<typeof recordAudit>[2]["action"],
  { id, staffId, competencyId, observerId }: PracticeSubject,
  fields: Record<string, unknown>,
  supersedesId?: string,
): Promise<void> {
  const refs = { staffId, competencyId, observerId, ...(supersedesId ? { supersedesId } : {}) };
  await recordAudit(tx, ctx, { action, stream: `practice:${id}`, refs, fields });
}

function tell(
  tx: Tx,
  ctx: CommandContext,
  kind: "practice.submitted" | "practice.confirmed" | "practice.not_confirmed" | "practice.withdrawn",
  toStaffId: string,
  practiceId: string,
): Promise<string> {
  return notify(tx, ctx, { kind, toStaffId, payload: { practiceId } });
}
