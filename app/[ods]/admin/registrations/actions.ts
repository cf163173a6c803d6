"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { clearConditions } from "@/lib/people/registrations/clearances/commands";
import { recordRegistrationCheck } from "@/lib/people/registrations/commands";
import { conditionClearanceInput, registrationCheckInput } from "@/lib/people/schema";

export const recordCheckAction = formAction(registrationCheckInput, async ({ ctx, input, key }) => {
  await recordRegistrationCheck(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "registrations")}?done=check-recorded` };
});

export const clearConditionsAction = formAction(conditionClearanceInput, async ({ ctx, input, key }) => {
  await clearConditions(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "registrations")}?done=conditions-cleared` };
});
