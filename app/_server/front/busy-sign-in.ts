import type { IncomingMessage } from "node:http";
import { seal } from "@/lib/auth/seal";
import { env } from "@/lib/platform/env";

/** For the sign-in page that is asked for next. */
export const typedEmailCookie = "countersign-typed-email";

const keptSeconds = 60;
const longestEmail = 320;

/** Leads back to the form with what was typed into its first field: sealed, so that nobody else can fill it in. */
export async function busySignIn(request: IncomingMessage): Promise<Record<string, string>> {
  const address = new URL(request.url ?? "/sign-in", "http://here.invalid");
  address.searchParams.set("busy", "1");
  const email = (await emailIn(request)).slice(0, longestEmail);
  const secure = env().nextauthUrl.startsWith("https://") ? "; Secure" : "";
  const attributes = `Path=/sign-in; Max-Age=${keptSeconds}; HttpOnly; SameSite=Lax${secure}`;
  return {
    Location: address.pathname + address.search,
    "Set-Cookie": `${typedEmailCookie}=${seal("typed-email", email)}; ${attributes}`,
  };
}

/** More than anybody types into this form: to read more would cost what the queue is there to save. */
const longestForm = 16 * 1024;

async function emailIn(request: IncomingMessage): Promise<string> {
  const body: Buffer | null = request.read();
  if (!body || body.length > longestForm) return "";
  try {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const email = (await new Response(new Uint8Array(body), { headers }).formData()).get("email");
    return typeof email === "string" ? email : "";
  } catch {
    return "";
  }
}
