"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { answerPractice } from "@/lib/evidence/practice/answers/commands";
import { withdrawPractice } from "@/lib/evidence/practice/withdrawals/commands";
import { practiceResponseInput, practiceWithdrawalInput } from "@/lib/evidence/schema";

export const answerPracticeAction = formAction(
  practiceResponseInput,
  async ({ ctx, input, key }) => {
    await answerPractice(ctx, input, key);
    return { redirectTo: `${trustPath(ctx.actor, "queue")}?done=${input.answer}` };
  },
  { savedPath: (actor, id) => trustPath(actor, "queue", "practice", id) },
);

export const withdrawPracticeAction = formAction(
  practiceWithdrawalInput,
  async ({ ctx, input, key }) => {
    const { id } = await withdrawPractice(ctx, input, key);
    return { redirectTo: trustPath(ctx.actor, "queue", "practice", id) };
  },
  { savedPath: (actor, id) => trustPath(actor, "queue", "practice", id) },
);
