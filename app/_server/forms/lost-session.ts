import "server-only";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/forms/form-state";
import type { ReadForm } from "@/components/forms/read-form";
import { now } from "@/lib/platform/clock";
import { signInPath } from "../actor-session";
import { requestId, requestPath, sentByScript } from "../request";
import { readFormKey } from "./form-key";
import { HandOver } from "./hand-over";
import { keepForm } from "./kept-form";

/** Without JavaScript the layout shows this sign-in panel in the page's place, for the same request. */
export const panelFor = new HandOver<FormState>();

/** The answer to a form that was sent after its session had ended: sign in, and what was typed is kept. */
export async function askToSignIn(typed: ReadForm): Promise<FormState> {
  const form = readFormKey(typed.formKey);
  if (!form) redirect(await signInPath());
  const kept = {
    accountId: form.accountId,
    path: await requestPath(),
    form: form.form,
    values: typed.values,
  };
  const state = { errors: [], values: {}, signIn: { sealed: keepForm(kept, now()) } };
  await showPanel(state);
  return state;
}

export async function showPanel(state: FormState): Promise<void> {
  if (!(await sentByScript())) panelFor.put(await requestId(), state);
}
