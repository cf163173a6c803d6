"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { endCover, endRequirement, setCover, setRequirement } from "@/lib/competencies/requirements/commands";
import { coverInput, endTeamRuleInput, requirementInput } from "@/lib/competencies/schema";

export const setRequirementAction = formAction(requirementInput, async ({ ctx, input, key }) => {
  await setRequirement(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "teams", input.teamId)}?done=requirement-set` };
});

export const setCoverAction = formAction(coverInput, async ({ ctx, input, key }) => {
  await setCover(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "teams", input.teamId)}?done=cover-set` };
});

export const endRequirementAction = formAction(endTeamRuleInput, async ({ ctx, input, key }) => {
  await endRequirement(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "teams", input.teamId)}?done=requirement-ended` };
});

export const endCoverAction = formAction(endTeamRuleInput, async ({ ctx, input, key }) => {
  await endCover(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "teams", input.teamId)}?done=cover-ended` };
});
