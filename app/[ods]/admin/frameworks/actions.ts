"use server";

import { trustPath } from "@/app/_server/addresses";
import { formAction } from "@/app/_server/form-action";
import { adoptFramework } from "@/lib/competencies/frameworks/commands";
import { adoptFrameworkInput } from "@/lib/competencies/schema";

export const adoptFrameworkAction = formAction(adoptFrameworkInput, async ({ ctx, input, key }) => {
  const { id } = await adoptFramework(ctx, input, key);
  return { redirectTo: `${trustPath(ctx.actor, "admin", "frameworks", id)}?done=framework-adopted` };
});
