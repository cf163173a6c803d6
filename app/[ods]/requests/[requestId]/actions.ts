"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import type { Actor } from "@/lib/auth/actor";
import { resubmitSignOff, withdrawRequest } from "@/lib/sign-off/request/commands";
import { resubmitInput, withdrawInput } from "@/lib/sign-off/schema";

const savedPath = (actor: Actor, id: string) => trustPath(actor, "requests", id);

export const resubmitAction = formAction(
  resubmitInput,
  async ({ ctx, input, key }) => {
    const { id } = await resubmitSignOff(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=resubmitted` };
  },
  { savedPath },
);

export const withdrawRequestAction = formAction(
  withdrawInput,
  async ({ ctx, input, key }) => {
    const { id } = await withdrawRequest(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=withdrawn` };
  },
  { savedPath },
);
