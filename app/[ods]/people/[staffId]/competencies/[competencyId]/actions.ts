"use server";

import { z } from "zod";
import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import type { Actor } from "@/lib/auth/actor";
import { provePassword } from "@/lib/auth/proof";
import { theoryCompletionInput } from "@/lib/evidence/schema";
import { recordTheory } from "@/lib/evidence/theory/commands";
import { restrictHolding, suspendHolding } from "@/lib/sign-off/holding/commands";
import { reinstateHolding } from "@/lib/sign-off/holding/reinstatement/commands";
import { reinstateInput, restrictInput, suspendInput } from "@/lib/sign-off/schema";

export const suspendAction = formAction(suspendInput, async ({ ctx, input, key }) => {
  await suspendHolding(ctx, input, key);
  return { redirectTo: `${recordPath(ctx.actor, input)}?done=suspended` };
});

export const restrictAction = formAction(
  restrictInput,
  async ({ ctx, input, key }) => {
    await restrictHolding(ctx, input, key);
    return { redirectTo: `${recordPath(ctx.actor, input)}?done=restricted` };
  },
  { savedPath: (actor, _id, input) => recordPath(actor, input) },
);

/** Identity is proved before the transaction, as for a decision. */
export const reinstateAction = formAction(reinstateInput, async ({ ctx, input, key, token }) => {
  const { password, ...reinstatement } = input;
  const proof = await provePassword(token, ctx.actor, password, ctx.now);
  await reinstateHolding(ctx, reinstatement, proof, key);
  return { redirectTo: `${recordPath(ctx.actor, input)}?done=reinstated` };
});

const theoryForm = z.object({ ...theoryCompletionInput.shape, competencyId: z.uuid() });

export const recordTheoryAction = formAction(theoryForm, async ({ ctx, input, key }) => {
  const { competencyId, ...completion } = input;
  await recordTheory(ctx, completion, key);
  return { redirectTo: `${recordPath(ctx.actor, { staffId: input.staffId, competencyId })}?done=theory` };
});

function recordPath(
  actor: Actor,
  { staffId, competencyId }: { staffId: string; competencyId: string },
): string {
  return trustPath(actor, "people", staffId, "competencies", competencyId);
}
