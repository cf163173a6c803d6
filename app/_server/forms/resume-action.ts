"use server";

import type { FormState } from "@/components/forms/form-state";
import { requestId } from "../request";
import { restoredForm } from "./form-start";
import { showPanel } from "./lost-session";
import { resumeForm } from "./resume";
import { sentForm } from "./sent-form";

/** The sign-in panel's own action: the page that is rendered for the same request finds its form filled. */
export async function resumeAction(_state: FormState, data: FormData): Promise<FormState> {
  const resumed = await resumeForm(sentForm(data));
  if (resumed.done) restoredForm.put(await requestId(), resumed);
  else await showPanel(resumed.state);
  return resumed.state;
}
