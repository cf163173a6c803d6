"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import type { Actor } from "@/lib/auth/actor";
import { requestSignOff } from "@/lib/sign-off/request/commands";
import { requestInput } from "@/lib/sign-off/schema";

const savedPath = (actor: Actor, id: string) => trustPath(actor, "requests", id);

export const askAction = formAction(
  requestInput,
  async ({ ctx, input, key }) => {
    const { id } = await requestSignOff(ctx, input, key);
    return { redirectTo: `${savedPath(ctx.actor, id)}?done=asked` };
  },
  { savedPath },
);
