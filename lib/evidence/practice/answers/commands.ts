import "server-only";
import { runCommand } from "@/db/command";
import { practiceResponses } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { registrationsAsTheyStand } from "@/lib/evidence/places/queries";
import { mayConfirm, mayRefuse } from "@/lib/evidence/policy";
import type { PracticeResponseInput } from "@/lib/evidence/schema";
import { takePractice } from "@/lib/evidence/workflow";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { getPracticeIn, type PracticeToChange } from "../queries";
import { auditPractice, type SavedPractice, tellOfPractice } from "../records/commands";

/** The observer confirms or refuses what they are said to have watched. One answer, ever. */
export function answerPractice(
  ctx: CommandContext,
  input: PracticeResponseInput,
  key: string,
): Promise<SavedPractice> {
  return runCommand(ctx, { action: "practice.answer", key, body: input }, async (tx) => {
    const practice = await getPracticeIn(tx, input.practiceId, londonDate(ctx.now));
    if (practice.observerId !== ctx.actor.staffId && practice.staffId !== ctx.actor.staffId) {
      refuse("not-found", "practice-not-found");
    }
    const subject = { ownerId: practice.staffId, observerId: practice.observerId };
    authorise((input.answer === "confirm" ? mayConfirm : mayRefuse)(ctx.actor, subject));
    const to = takePractice(input.answer, practice.state) === "confirmed" ? "confirmed" : "not-confirmed";
    return insertAnswer(tx, ctx, practice, to, input.reason);
  });
}

/** The answer itself, within a transaction that has found it to be allowed. */
export async function insertAnswer(
  tx: Tx,
  ctx: CommandContext,
  practice: PracticeToChange,
  to: "confirmed" | "not-confirmed",
  reason: string | null,
): Promise<SavedPractice> {
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
  await auditPractice(tx, ctx, action, practice, { reason });
  await tellOfPractice(tx, ctx, action, practice.staffId, practice.id);
  return { id: practice.id };
}
