"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { recordWatchedPractice } from "@/lib/evidence/practice/commands";
import { checkWatched } from "@/lib/evidence/practice/input/queries";
import { directPracticeInput } from "@/lib/evidence/schema";

export const recordWatchedAction = formAction(
  directPracticeInput,
  async ({ ctx, input, key }) => {
    await recordWatchedPractice(ctx, input, key);
    const record = trustPath(ctx.actor, "people", input.staffId, "competencies", input.competencyId);
    return { redirectTo: `${record}?done=practice` };
  },
  {
    savedPath: (actor, id) => trustPath(actor, "queue", "practice", id),
    alsoCheck: ({ ctx, input }) => checkWatched(ctx, input),
  },
);
