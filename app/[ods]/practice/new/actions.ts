"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { sentForm } from "@/app/_server/forms/sent-form";
import type { FormState } from "@/components/forms/form-state";
import type { Actor } from "@/lib/auth/actor";
import { recordPractice } from "@/lib/evidence/practice/commands";
import { checkOwn } from "@/lib/evidence/practice/input/queries";
import { practiceDraftInput, practiceInput } from "@/lib/evidence/schema";
import { recordAndRequest } from "@/lib/sign-off/request/with-practice/commands";
import { practiceWithRequestInput } from "@/lib/sign-off/request/with-practice/schema";

const savedPath = (actor: Actor, id: string) => trustPath(actor, "practice", id);

const record = formAction(
  practiceInput,
  async ({ ctx, input, key }) => {
    const { id } = await recordPractice(ctx, { ...input, submit: true }, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=recorded` };
  },
  { savedPath, alsoCheck: ({ ctx, input }) => checkOwn(ctx, input, true) },
);

const keepDraft = formAction(
  practiceDraftInput,
  async ({ ctx, input, key }) => {
    const { id } = await recordPractice(ctx, { ...input, submit: false }, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=draft` };
  },
  { savedPath, alsoCheck: ({ ctx, input }) => checkOwn(ctx, input, false) },
);

const recordAndAsk = formAction(
  practiceWithRequestInput,
  async ({ ctx, input, key }) => {
    const { requestId } = await recordAndRequest(ctx, input, key);
    return { redirectTo: `${trustPath(ctx.actor, "requests", requestId)}?done=recorded` };
  },
  { savedPath, alsoCheck: ({ ctx, input }) => checkOwn(ctx, input, true) },
);

/** One form, three ways to send it: by the button, and by the tick for sign-off. */
export async function recordAction(ods: string, state: FormState, data: FormData): Promise<FormState> {
  if (sentForm(data).get("intent") === "draft") return keepDraft(ods, state, data);
  return data.has("alsoAsk") ? recordAndAsk(ods, state, data) : record(ods, state, data);
}
