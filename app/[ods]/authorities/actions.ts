"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { endFactInput } from "@/lib/people/schema";
import { grantAuthority } from "@/lib/sign-off/authority/commands";
import { endAuthority } from "@/lib/sign-off/authority/ending/commands";
import { entitlementInput } from "@/lib/sign-off/schema";

export const grantAuthorityAction = formAction(
  entitlementInput,
  async ({ ctx, input, key }) => {
    await grantAuthority(ctx, input, key);
    return { redirectTo: `${trustPath(ctx.actor, "authorities")}?done=granted` };
  },
  { savedPath: (actor) => trustPath(actor, "authorities") },
);

export const endAuthorityAction = formAction(
  endFactInput,
  async ({ ctx, input, key }) => {
    await endAuthority(ctx, input, key);
    return { redirectTo: `${trustPath(ctx.actor, "authorities", "granted")}?done=ended` };
  },
  { savedPath: (actor) => trustPath(actor, "authorities", "granted") },
);
