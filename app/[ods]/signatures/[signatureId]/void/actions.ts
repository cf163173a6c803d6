"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { provePassword } from "@/lib/auth/proof";
import { voidSignOff } from "@/lib/sign-off/holding/voiding/commands";
import { voidInput } from "@/lib/sign-off/schema";

/** Identity is proved before the transaction, as for a decision. */
export const voidAction = formAction(voidInput, async ({ ctx, input, key, token }) => {
  const { password, ...voiding } = input;
  const proof = await provePassword(token, ctx.actor, password, ctx.now);
  await voidSignOff(ctx, voiding, proof, key);
  return { redirectTo: `${trustPath(ctx.actor, "signatures", input.signatureId)}?done=voided` };
});
