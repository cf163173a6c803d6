"use server";

import { redirect } from "next/navigation";
import { closeAllSessions, closeSession } from "@/lib/auth/sessions";
import { clearSessionCookie, readSessionToken } from "./session-cookie";

export async function signOutAction(): Promise<void> {
  const token = await readSessionToken();
  if (token) await closeSession(token);
  await clearSessionCookie();
  redirect("/sign-in");
}

/** Ends the account's sessions in every browser, this one too. */
export async function signOutEverywhereAction(): Promise<void> {
  const token = await readSessionToken();
  if (token) await closeAllSessions(token);
  await clearSessionCookie();
  redirect("/sign-in");
}
