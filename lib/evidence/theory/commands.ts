import "server-only";
import { eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { theoryCompletions, theoryItems } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getSubject } from "@/lib/people/queries";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { mayRecordTheory } from "../policy";
import type { TheoryCompletionInput } from "../schema";

/** A supervisor, practice educator or the lead records that somebody has passed a theory item. */
export function recordTheory(
  ctx: CommandContext,
  input: TheoryCompletionInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "theory.record", key, body: input }, async (tx) => {
    const today = londonDate(ctx.now);
    const learner = await getSubject(tx, input.staffId, today);
    authorise(mayRecordTheory(ctx.actor, learner));
    const [item] = await tx
      .select({ id: theoryItems.id })
      .from(theoryItems)
      .where(eq(theoryItems.id, input.theoryItemId));
    if (!item) refuse("invalid", "theory-item-not-found", {}, "theoryItemId");
    if (input.completedOn > today) refuse("invalid", "theory-in-future", {}, "completedOn");
    const id = newId(ctx.now);
    await tx.insert(theoryCompletions).values({
      trustId: ctx.actor.trustId,
      id,
      ...input,
      recordedAt: ctx.now,
      recordedById: ctx.actor.staffId,
    });
    await recordAudit(tx, ctx, {
      action: "theory.recorded",
      stream: `theory_completion:${id}`,
      refs: { staffId: input.staffId, theoryItemId: input.theoryItemId },
      fields: { completedOn: input.completedOn },
    });
    return { id };
  });
}
