"use server";

import { z } from "zod";
import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import type { Actor } from "@/lib/auth/actor";
import { theoryCompletionInput } from "@/lib/evidence/schema";
import { recordTheory } from "@/lib/evidence/theory/commands";
import { reinstateHolding, suspendHolding } from "@/lib/sign-off/holding/commands";
import { reinstateInput, suspendInput } from "@/lib/sign-off/schema";

export const suspendAction = formAction(suspendInput, async ({ ctx, input, key }) => {
  await suspendHolding(ctx, input, key);
  return { redirectTo: `${recordPath(ctx.actor, input)}?done=suspended` };
});

export const reinstateAction = formAction(reinstateInput, async ({ ctx, input, key }) => {
  await reinstateHolding(ctx, input, key);
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
