"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { approveAssessor, endAssessorApproval } from "@/lib/competencies/assessors/commands";
import { assessorApprovalInput } from "@/lib/competencies/schema";
import { endFactInput } from "@/lib/people/schema";

export const approveAssessorAction = formAction(assessorApprovalInput, async ({ ctx, input, key }) => {
  await approveAssessor(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "assessors")}?done=assessor-approved` };
});

export const endApprovalAction = formAction(endFactInput, async ({ ctx, input, key }) => {
  await endAssessorApproval(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "assessors")}?done=approval-ended` };
});
