"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { voidSignOff } from "@/lib/sign-off/holding/voiding/commands";
import { voidInput } from "@/lib/sign-off/schema";

export const voidAction = formAction(voidInput, async ({ ctx, input, key }) => {
  await voidSignOff(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "signatures", input.signatureId)}?done=voided` };
});
