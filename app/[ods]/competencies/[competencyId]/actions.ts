"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { identifier } from "@/lib/platform/schema";
import { acceptAuthority } from "@/lib/sign-off/authority/commands";
import { acceptAuthorityInput } from "@/lib/sign-off/schema";

const acceptForm = acceptAuthorityInput.extend({ competencyId: identifier("Open the competency again") });

export const acceptAuthorityAction = formAction(acceptForm, async ({ ctx, input, key }) => {
  const { competencyId, ...accepted } = input;
  await acceptAuthority(ctx, accepted, key);
  return { redirectTo: `${trustPath(ctx.actor, "competencies", competencyId)}?done=accepted` };
});
