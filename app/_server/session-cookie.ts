import "server-only";
import { cookies } from "next/headers";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import type { OpenSession } from "@/lib/auth/sessions";
import { env } from "@/lib/platform/env";

/** The token that the browser sent, which may be anything. */
export async function readSessionToken(): Promise<string | null> {
  return (await cookies()).get(cookieName())?.value || null;
}

export async function writeSessionCookie({ token, expiresAt }: OpenSession): Promise<void> {
  (await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: env().nextauthUrl.startsWith("https://"),
    expires: expiresAt,
  });
}

export async function clearSessionCookie(): Promise<void> {
  const secure = env().nextauthUrl.startsWith("https://");
  (await cookies()).set(cookieName(), "", { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 0 });
}

function cookieName(): string {
  return sessionCookieName(env().nextauthUrl);
}
