import { z } from "zod";
import { roles } from "./actor";

const longestPassword = 1000;

/** The password that one signs in with, to prove again that it is they. */
export const passwordInput = z
  .string({ error: "Enter your password" })
  .min(1, "Enter your password")
  .max(longestPassword, `Enter a password with ${longestPassword} characters or fewer`);

/** What a sign-in form sends; whatever is longer than any real answer is cut before it costs anything. */
export const signInInput = z.object({
  email: z
    .string({ error: "Enter your email address" })
    .trim()
    .min(1, "Enter your email address")
    .max(320, "Enter an email address with 320 characters or fewer")
    .refine((email) => !email.includes("\0"), "Enter your email address"),
  password: passwordInput,
});

export type SignInInput = z.output<typeof signInInput>;

const ids = z.array(z.uuid());

/** The shape that `resolve_actor` answers in. */
export const actorShape = z.object({
  accountId: z.uuid(),
  trustId: z.uuid(),
  ods: z.string(),
  trustName: z.string(),
  demo: z.boolean(),
  staffId: z.uuid(),
  name: z.string(),
  roles: z.array(z.object({ role: z.enum(roles), teamId: z.uuid().nullable() })),
  teamIds: ids,
  managedTeamIds: ids,
  superviseeIds: ids,
});

/** A page of this site to go on to after signing in; "/" for anything that leads elsewhere. */
export function safeNextPath(wanted: unknown): string {
  const here = "http://here.invalid";
  if (typeof wanted !== "string" || wanted.length > 500) return "/";
  if (!wanted.startsWith("/") || !URL.canParse(wanted, here)) return "/";
  const { origin, pathname, search } = new URL(wanted, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search : "/";
}
