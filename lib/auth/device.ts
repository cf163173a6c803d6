import "server-only";
import { z } from "zod";
import { newId } from "@/lib/platform/ids";
import { codeOf } from "./code";
import { seal, unseal } from "./seal";

/** How long a browser is remembered after the last password that was right. */
export const deviceDays = 180;

/** A computer on a ward is used by all who work there. */
const mostAccounts = 20;

const shape = z.object({
  id: z.uuid(),
  accounts: z.array(z.object({ code: z.string(), until: z.iso.datetime() })),
});

type Device = z.output<typeof shape>;

/**
 * The name of a browser in which this account has signed in before; null for any other. Such a browser has tries of
 * its own, so that a stranger's wrong guesses elsewhere can't slow its owner down (OWASP, device cookies).
 */
export function knownDevice(sealed: string | null, email: string, now: Date): string | null {
  const device = readDevice(sealed);
  const code = codeFor(email);
  const known = device?.accounts.some((one) => one.code === code && one.until > now.toISOString());
  return device && known ? device.id : null;
}

/** Has anybody signed in in this browser, as far as its cookie says? */
export function knownBrowser(sealed: string, now: Date): boolean {
  return readDevice(sealed)?.accounts.some(({ until }) => until > now.toISOString()) ?? false;
}

/** The browser's cookie once the account has signed in there; it names nobody, and is no proof of identity. */
export function rememberAccount(sealed: string | null, email: string, now: Date): string {
  const before = readDevice(sealed);
  const code = codeFor(email);
  const until = new Date(now.getTime() + deviceDays * 86_400_000).toISOString();
  const others = before?.accounts.filter((one) => one.code !== code) ?? [];
  const accounts = [{ code, until }, ...others].slice(0, mostAccounts);
  return seal("device", { id: before?.id ?? newId(now), accounts } satisfies Device);
}

function readDevice(sealed: string | null): Device | null {
  const parsed = shape.safeParse(sealed && unseal("device", sealed));
  return parsed.success ? parsed.data : null;
}

function codeFor(email: string): string {
  return codeOf("device", email.trim().toLowerCase()).toString("base64url");
}
