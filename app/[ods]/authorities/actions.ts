"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { grantAuthority } from "@/lib/sign-off/authority/commands";
import { endAuthority } from "@/lib/sign-off/authority/ending/commands";
import { endAuthorityInput, entitlementInput } from "@/lib/sign-off/schema";

export const grantAuthorityAction = formAction(
  entitlementInput,
  async ({ ctx, input, key }) => {
    await grantAuthority(ctx, input, key);
    return { redirectTo: `${trustPath(ctx.actor, "authorities")}?done=granted` };
  },
  { savedPath: (actor) => trustPath(actor, "authorities") },
);

export const endAuthorityAction = formAction(
  endAuthorityInput,
  async ({ ctx, input, key }) => {
    const { id } = await endAuthority(ctx, input, key);
    return { redirectTo: `${trustPath(ctx.actor, "authorities", "granted")}?ended=${id}` };
  },
  { savedPath: (actor) => trustPath(actor, "authorities", "granted") },
);
