"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import type { Actor } from "@/lib/auth/actor";
import { provePassword } from "@/lib/auth/proof";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { decisionForm } from "@/lib/sign-off/decision/schema";
import { takeOverRequest } from "@/lib/sign-off/request/commands";
import { takeOverInput } from "@/lib/sign-off/schema";

/** Identity is proved before the transaction: another factor would take the place of `provePassword` here. */
export const decideAction = formAction(
  decisionForm,
  async ({ ctx, input, key, token }) => {
    const { password, ...decision } = input;
    const proof = await provePassword(token, ctx.actor, password, ctx.now);
    await decideSignOff(ctx, decision, proof, key);
    return { redirectTo: `${requestPathOf(ctx.actor, input.requestId)}?done=${input.outcome}` };
  },
  { savedPath: (actor) => trustPath(actor, "queue") },
);

export const takeOverAction = formAction(
  takeOverInput,
  async ({ ctx, input, key }) => {
    const { id } = await takeOverRequest(ctx, input, key);
    return { redirectTo: `${requestPathOf(ctx.actor, id)}?done=take-over` };
  },
  { savedPath: requestPathOf },
);

function requestPathOf(actor: Actor, id: string): string {
  return trustPath(actor, "queue", "requests", id);
}
