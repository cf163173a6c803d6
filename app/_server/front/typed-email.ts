import "server-only";
import { cookies } from "next/headers";
import { unseal } from "@/lib/auth/seal";
import { typedEmailCookie } from "./busy-sign-in";

/** What was typed into a form of sign-in that nobody had time to look at. */
export async function readTypedEmail(): Promise<string> {
  const sealed = (await cookies()).get(typedEmailCookie)?.value;
  const email = sealed ? unseal("typed-email", sealed) : null;
  return typeof email === "string" ? email : "";
}
