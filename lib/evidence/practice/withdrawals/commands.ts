import "server-only";
import { runCommand } from "@/db/command";
import { lockRecord } from "@/db/locks";
import { practiceWithdrawals } from "@/db/schema";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { mayWithdraw } from "@/lib/evidence/policy";
import type { PracticeWithdrawalInput } from "@/lib/evidence/schema";
import { takePractice } from "@/lib/evidence/workflow";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { getPracticeIn } from "../queries";
import { auditPractice, type SavedPractice, tellOfPractice } from "../records/commands";

/** By its owner until it is confirmed; by its observer or the lead afterwards, with a reason. */
export function withdrawPractice(
  ctx: CommandContext,
  input: PracticeWithdrawalInput,
  key: string,
): Promise<SavedPractice> {
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
    await auditPractice(tx, ctx, "practice.withdrawn", practice, { reason: input.reason });
    if (ctx.actor.staffId !== ownerId)
      await tellOfPractice(tx, ctx, "practice.withdrawn", ownerId, practice.id);
    return { id: practice.id };
  });
}
