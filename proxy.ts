import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { isTrustAddress } from "@/app/_server/addresses";
import { contentSecurityPolicy } from "@/app/_server/content-security-policy";
import {
  actionId,
  areReadableArguments,
  hasFewFields,
  isReadableForm,
} from "@/app/_server/forms/readable-form";
import { notSentPath, readsPages } from "@/app/_server/front/not-sent";
import { requestIdHeader, requestPathHeader } from "@/app/_server/request-headers";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";

/**
 * Before every page and route: a request id, a content security policy, and no write from another site. It sends
 * people without a session cookie to sign in, but authorises nothing: pages and actions do that themselves.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { nextauthUrl } = env();
  const id = newId();
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), {
    development: process.env.NODE_ENV === "development",
  });
  const response = await answer(request, new URL(nextauthUrl), id, policy);
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set(requestIdHeader, id);
  if (nextauthUrl.startsWith("https://")) {
    response.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

async function answer(request: NextRequest, site: URL, id: string, policy: string): Promise<NextResponse> {
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && request.headers.get("origin") !== site.origin) return refuseForeignWrite(site);
  if (!reads && !(await isReadable(request))) return refuseUnreadable(request, site);
  const { pathname, search } = request.nextUrl;
  const signedOut = !request.cookies.has(sessionCookieName(site.origin));
  if (reads && signedOut && isTrustAddress(pathname)) {
    return NextResponse.redirect(new URL(`/sign-in?next=${encodeURIComponent(pathname + search)}`, site));
  }
  const headers = new Headers(request.headers);
  headers.set(requestIdHeader, id);
  headers.set(requestPathHeader, pathname + search);
  headers.set("Content-Security-Policy", policy);
  // The Origin has been compared above: Next's own comparison must not depend on what a reverse proxy forwards.
  headers.set("x-forwarded-host", site.host);
  return NextResponse.next({ request: { headers } });
}

function refuseForeignWrite(site: URL): NextResponse {
  const text = `This was not sent from a page of ${site.origin}, so nothing was saved. Open ${site.origin} and try again.`;
  return refuse(403, text);
}

/** Is this a form as a browser sends it? Next meets anything else with a fault. */
async function isReadable(request: NextRequest): Promise<boolean> {
  const action = request.headers.get("next-action");
  if (action !== null && !actionId.test(action)) return false;
  if (!request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    return action === null || areReadableArguments(await request.text());
  }
  return request.formData().then(
    (data) =>
      hasFewFields(data) && (action === null ? isReadableForm(data) : areReadableArguments(data.get("0"))),
    () => false,
  );
}

function refuseUnreadable({ headers }: NextRequest, site: URL): NextResponse {
  if (readsPages({ action: headers.get("next-action"), accept: headers.get("accept") })) {
    return NextResponse.redirect(new URL(notSentPath("unreadable"), site), 303);
  }
  return refuse(400, "We could not read this form, so nothing was saved. Open the page again.");
}

function refuse(status: number, text: string): NextResponse {
  return new NextResponse(text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

// The built files alone are skipped: never prefetches, which would let a page out without its policy.
export const config = { matcher: "/((?!_next/static/).*)" };
