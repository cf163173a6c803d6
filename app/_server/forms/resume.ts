import "server-only";
import type { z } from "zod";
import { type FormState, signInFields } from "@/components/forms/form-state";
import { textOf } from "@/components/forms/read-form";
import { signInInput } from "@/lib/auth/schema";
import { openSession } from "@/lib/auth/sessions";
import { proveAccount } from "@/lib/auth/sign-in";
import { now } from "@/lib/platform/clock";
import { Refusal, refuse } from "@/lib/platform/refusals";
import { rememberDevice } from "../device-cookie";
import { requestPath, signInOrigin } from "../request";
import { writeSessionCookie } from "../session-cookie";
import { refusalSentence } from "../words";
import { fieldErrors } from "./form-answers";
import { newFormKey } from "./form-key";
import { openKeptForm } from "./kept-form";

export type Resumed = { done: true; form: string; state: FormState } | { done: false; state: FormState };

/** Signs the same person in again and gives back the form as it was typed, under a new key: filled, not saved. */
export async function resumeForm(data: FormData): Promise<Resumed> {
  const sealed = textOf(data, signInFields.sealed);
  const email = textOf(data, signInFields.email);
  const again = { values: { [signInFields.email]: email }, signIn: { sealed } };
  const typed = signInInput.safeParse({ email, password: textOf(data, signInFields.password) });
  if (!typed.success) return { done: false, state: { ...again, errors: panelErrors(typed.error) } };
  try {
    const at = now();
    const kept = openKeptForm(sealed, await requestPath(), at);
    const accountId = await proveAccount(typed.data, await signInOrigin(), at);
    if (accountId !== kept.accountId) refuse("forbidden", "form-of-another-person");
    await writeSessionCookie(await openSession(accountId, at));
    await rememberDevice(email, at);
    return { done: true, form: kept.form, state: filled(kept.values, newFormKey(accountId, kept.form, at)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors = [{ field: null, message: refusalSentence(error) }];
    return { done: false, state: mayTryAgain(error) ? { ...again, errors } : { values: {}, errors } };
  }
}

function filled(values: FormState["values"], formKey: string): FormState {
  const message = "You are signed in again. This is not saved yet: check what you typed, then send it.";
  return { errors: [], values, formKey, notice: { message } };
}

function mayTryAgain({ code }: Refusal): boolean {
  return code !== "form-of-another-person" && code !== "form-lapsed";
}

/** The panel's fields have names of their own: the form may have an e-mail address too. */
function panelErrors(error: z.ZodError): FormState["errors"] {
  return fieldErrors(error).map(({ field, message }) => ({
    field: field === "email" ? signInFields.email : signInFields.password,
    message,
  }));
}
