"use server";

import { redirect } from "next/navigation";
import { rememberDevice } from "@/app/_server/device-cookie";
import { fieldErrors, refused } from "@/app/_server/forms/form-answers";
import { sentForm } from "@/app/_server/forms/sent-form";
import { signInOrigin } from "@/app/_server/request";
import { readSessionToken, writeSessionCookie } from "@/app/_server/session-cookie";
import type { FormState } from "@/components/forms/form-state";
import { readForm } from "@/components/forms/read-form";
import { safeNextPath, signInInput } from "@/lib/auth/schema";
import { closeSession, openSession } from "@/lib/auth/sessions";
import { proveAccount, proveDemoAccount } from "@/lib/auth/sign-in";
import { now } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/refusals";

export async function signInAction(next: string, _state: FormState, data: FormData): Promise<FormState> {
  const typed = readForm(sentForm(data));
  const parsed = signInInput.safeParse(typed.input);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), values: typed.values };
  try {
    await startSession(await proveAccount(parsed.data, await signInOrigin(), now()));
    await rememberDevice(parsed.data.email, now());
  } catch (error) {
    if (error instanceof Refusal) return refused(error, typed);
    throw error;
  }
  redirect(safeNextPath(next));
}

export async function signInToDemoAction(next: string, accountId: string): Promise<void> {
  const proved = await proveDemoAccount(accountId).catch(noSuchAccount);
  await startSession(proved);
  redirect(safeNextPath(next));
}

/** The demonstration may have been made anew since the page was opened: its buttons then lead to the new accounts. */
function noSuchAccount(error: unknown): never {
  if (error instanceof Refusal) redirect("/sign-in");
  throw error;
}

/** A browser has one session: an earlier one ends, so that nobody can plant theirs beforehand. */
async function startSession(accountId: string): Promise<void> {
  const before = await readSessionToken();
  if (before) await closeSession(before);
  await writeSessionCookie(await openSession(accountId, now()));
}
