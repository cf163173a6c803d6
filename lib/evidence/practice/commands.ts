import "server-only";
import { runCommand } from "@/db/command";
import { practices } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { mayCorrect, mayRecordPractice } from "../policy";
import type { DirectPracticeInput, PracticeDraftInput } from "../schema";
import { takePractice } from "../workflow";
import { insertAnswer } from "./answers/commands";
import { requireRecordable } from "./input/queries";
import { getPracticeIn, type PracticeToChange } from "./queries";
import { auditPractice, type SavedPractice, tellOfPractice } from "./records/commands";
import { type PracticeFacts, samePractice } from "./twins/queries";

/** Keeps it as a draft, or asks the observer to confirm it. */
export type Submission = { submit: boolean };

/** An assistant practitioner records practice that somebody else watched. */
export function recordPractice(
  ctx: CommandContext,
  input: PracticeDraftInput & Submission,
  key: string,
): Promise<SavedPractice> {
  return runCommand(
    ctx,
    { action: "practice.record", key, body: input },
    (tx) => recordPracticeIn(tx, ctx, input),
    { findTwin: samePractice({ ...input, staffId: ctx.actor.staffId }) },
  );
}

/** The same within a transaction that does more, such as asking for sign-off at once. */
export async function recordPracticeIn(
  tx: Tx,
  ctx: CommandContext,
  input: PracticeDraftInput & Submission,
): Promise<SavedPractice> {
  const { staffId } = ctx.actor;
  authorise(mayRecordPractice(ctx.actor, { ownerId: staffId, observerId: input.observerId }));
  return insertPractice(tx, ctx, { ...input, staffId }, null);
}

/** A supervisor records what they watched: recorded and confirmed in one. */
export function recordWatchedPractice(
  ctx: CommandContext,
  input: DirectPracticeInput,
  key: string,
): Promise<SavedPractice> {
  const observerId = ctx.actor.staffId;
  const once = { action: "practice.record_watched", key, body: input };
  const work = async (tx: Tx) => {
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
    await insertAnswer(tx, ctx, practice, "confirmed", null);
    return saved;
  };
  return runCommand(ctx, once, work, { findTwin: samePractice({ ...input, observerId }) });
}

/** Changes practice that nobody has answered yet; the new row supersedes the old one. */
export function correctPractice(
  ctx: CommandContext,
  input: PracticeDraftInput & Submission & { practiceId: string },
  key: string,
): Promise<SavedPractice> {
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

type NewPractice = PracticeFacts & Submission;

async function insertPractice(
  tx: Tx,
  ctx: CommandContext,
  input: NewPractice,
  supersedes: PracticeToChange | null,
): Promise<SavedPractice> {
  const today = londonDate(ctx.now);
  const version = await getCompetencyVersion(tx, input.competencyId, today);
  await requireRecordable(tx, input, { rule: version.rule.practice, today });
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
  await auditPractice(
    tx,
    ctx,
    supersedes ? "practice.corrected" : "practice.recorded",
    saved,
    fields,
    supersedes?.id,
  );
  if (submitted && observerId !== ctx.actor.staffId)
    await tellOfPractice(tx, ctx, "practice.submitted", observerId, id);
  return { id };
}
