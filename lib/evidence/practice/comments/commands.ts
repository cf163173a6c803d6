import "server-only";
import { runCommand } from "@/db/command";
import { practiceComments } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { sameBody } from "@/db/twins";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { mayComment } from "@/lib/evidence/policy";
import type { PracticeCommentInput } from "@/lib/evidence/schema";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { getPracticeIn } from "../queries";
import { auditPractice, type SavedPractice } from "../records/commands";

/** The practitioner's own remark, which changes nothing that was confirmed. */
export function commentOnPractice(
  ctx: CommandContext,
  input: PracticeCommentInput,
  key: string,
): Promise<SavedPractice> {
  const once = { action: "practice.comment", key, body: input };
  const work = async (tx: Tx) => {
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
    await auditPractice(tx, ctx, "practice.commented", practice, { text: input.text });
    return { id: practice.id };
  };
  return runCommand(ctx, once, work, { findTwin: sameBody });
}
