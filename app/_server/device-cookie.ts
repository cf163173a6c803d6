import "server-only";
import { cookies } from "next/headers";
import { deviceDays, rememberAccount } from "@/lib/auth/device";
import { env } from "@/lib/platform/env";
import { deviceCookieName } from "./device-cookie-name";

/** What the browser sent, which may be anything. */
export async function readDeviceCookie(): Promise<string | null> {
  return (await cookies()).get(cookieName())?.value ?? null;
}

/** The account has signed in here with its password. Signing out leaves this: it opens nothing. */
export async function rememberDevice(email: string, now: Date): Promise<void> {
  (await cookies()).set(cookieName(), rememberAccount(await readDeviceCookie(), email, now), {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
    maxAge: deviceDays * 24 * 60 * 60,
  });
}

function cookieName(): string {
  return deviceCookieName(env().nextauthUrl);
}

function isSecure(): boolean {
  return env().nextauthUrl.startsWith("https://");
}
