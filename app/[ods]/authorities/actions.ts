"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { grantAuthority } from "@/lib/sign-off/authority/commands";
import { entitlementInput } from "@/lib/sign-off/schema";

export const grantAuthorityAction = formAction(
  entitlementInput,
  async ({ ctx, input, key }) => {
    await grantAuthority(ctx, input, key);
    return { redirectTo: `${trustPath(ctx.actor, "authorities")}?done=granted` };
  },
  { savedPath: (actor) => trustPath(actor, "authorities") },
);
