"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { sentForm } from "@/app/_server/forms/sent-form";
import type { FormState } from "@/components/forms/form-state";
import type { Actor } from "@/lib/auth/actor";
import { resubmitSignOff, withdrawRequest } from "@/lib/sign-off/request/commands";
import { redraftRequest, sendDraft } from "@/lib/sign-off/request/draft/commands";
import { checkSupervisor } from "@/lib/sign-off/request/opening/commands";
import { draftInput, resubmitInput, withdrawInput } from "@/lib/sign-off/schema";

const savedPath = (actor: Actor, id: string) => trustPath(actor, "requests", id);

export const resubmitAction = formAction(
  resubmitInput,
  async ({ ctx, input, key }) => {
    const { id } = await resubmitSignOff(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=resubmitted` };
  },
  { savedPath, alsoCheck: ({ ctx, input }) => checkSupervisor(ctx, input) },
);

const send = formAction(
  draftInput,
  async ({ ctx, input, key }) => {
    const { id } = await sendDraft(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=asked` };
  },
  { savedPath, alsoCheck: ({ ctx, input }) => checkSupervisor(ctx, input) },
);

const saveAgain = formAction(
  draftInput,
  async ({ ctx, input, key }) => {
    const { id } = await redraftRequest(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=drafted` };
  },
  { savedPath, alsoCheck: ({ ctx, input }) => checkSupervisor(ctx, input) },
);

/** Of a draft: one form, two ways to send it. */
export async function draftAction(ods: string, state: FormState, data: FormData): Promise<FormState> {
  return sentForm(data).get("intent") === "draft" ? saveAgain(ods, state, data) : send(ods, state, data);
}

export const withdrawRequestAction = formAction(
  withdrawInput,
  async ({ ctx, input, key }) => {
    const { id } = await withdrawRequest(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=withdrawn` };
  },
  { savedPath },
);
