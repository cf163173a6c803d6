"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { sentForm } from "@/app/_server/forms/sent-form";
import type { FormState } from "@/components/forms/form-state";
import type { Actor } from "@/lib/auth/actor";
import { requestSignOff } from "@/lib/sign-off/request/commands";
import { draftRequest } from "@/lib/sign-off/request/draft/commands";
import { checkSupervisor } from "@/lib/sign-off/request/opening/commands";
import { requestInput } from "@/lib/sign-off/schema";

const savedPath = (actor: Actor, id: string) => trustPath(actor, "requests", id);

const ask = formAction(
  requestInput,
  async ({ ctx, input, key }) => {
    const { id } = await requestSignOff(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=asked` };
  },
  { savedPath, alsoCheck: ({ ctx, input }) => checkSupervisor(ctx, input) },
);

const askLater = formAction(
  requestInput,
  async ({ ctx, input, key }) => {
    const { id } = await draftRequest(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=drafted` };
  },
  { savedPath, alsoCheck: ({ ctx, input }) => checkSupervisor(ctx, input) },
);

/** One form, two ways to send it: by the button. */
export async function askAction(ods: string, state: FormState, data: FormData): Promise<FormState> {
  return sentForm(data).get("intent") === "draft" ? askLater(ods, state, data) : ask(ods, state, data);
}
