"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { endFactInput } from "@/lib/people/schema";
import { approveException, endException } from "@/lib/sign-off/exception/commands";
import { exceptionInput } from "@/lib/sign-off/schema";

export const approveExceptionAction = formAction(exceptionInput, async ({ ctx, input, key }) => {
  await approveException(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "exceptions")}?done=exception-approved` };
});

export const endExceptionAction = formAction(endFactInput, async ({ ctx, input, key }) => {
  await endException(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "exceptions")}?done=exception-ended` };
});
