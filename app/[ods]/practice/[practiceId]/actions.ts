"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import type { Actor } from "@/lib/auth/actor";
import { commentOnPractice } from "@/lib/evidence/practice/comments/commands";
import { withdrawPractice } from "@/lib/evidence/practice/withdrawals/commands";
import { practiceCommentInput, practiceWithdrawalInput } from "@/lib/evidence/schema";

const savedPath = (actor: Actor, id: string) => trustPath(actor, "practice", id);

export const withdrawAction = formAction(
  practiceWithdrawalInput,
  async ({ ctx, input, key }) => {
    const { id } = await withdrawPractice(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=withdrawn` };
  },
  { savedPath },
);

export const commentAction = formAction(
  practiceCommentInput,
  async ({ ctx, input, key }) => {
    const { id } = await commentOnPractice(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=commented` };
  },
  { savedPath },
);
