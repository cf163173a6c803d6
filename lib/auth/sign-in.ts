import "server-only";
import { sql } from "drizzle-orm";
import { callGlobal } from "@/db/global";
import { refuse } from "@/lib/platform/refusals";
import { knownDevice } from "./device";
import { verifyPassword } from "./password";
import type { SignInInput } from "./schema";
import { type Counted, throttled } from "./throttle";
import { networkOf, perAccount, perAccountAnywhere, perAddress } from "./throttle-rules";

/** Where a try to sign in comes from. */
export interface Origin {
  address: string;
  /** The browser's sealed cookie, if it sent one: see `knownDevice`. */
  device: string | null;
}

/**
 * Whose e-mail address and password these are. Unknown, disabled and mistyped take the same work and get the same
 * answer.
 */
export async function proveAccount(input: SignInInput, from: Origin, now: Date): Promise<string> {
  const email = input.email.trim().toLowerCase();
  const device = knownDevice(from.device, email, now);
  const accountId = await throttled(countedFor(email, device, from.address), now, undefined, async () => {
    const [account] = await callGlobal<{ account_id: string; password_hash: string | null }>(
      sql`select account_id, password_hash from find_sign_in(${email})`,
    );
    const known = { first: device !== null };
    const right = await verifyPassword(account?.password_hash ?? null, input.password, known);
    return right && account ? account.account_id : null;
  });
  return accountId ?? refuse("invalid", "wrong-sign-in");
}

/** A browser that the account knows is counted by itself; all others by account and by network. */
function countedFor(email: string, device: string | null, address: string): [Counted, ...Counted[]] {
  if (device) return [{ name: `device:${device}:${email}`, allowance: perAccount }];
  const network = networkOf(address);
  return [
    { name: `account:${email}:${network}`, allowance: perAccount },
    { name: `account:${email}`, allowance: perAccountAnywhere },
    { name: `address:${network}`, allowance: perAddress },
  ];
}

export interface DemoAccount {
  accountId: string;
  email: string;
  label: string;
  staffName: string;
  trustName: string;
}

/** Accounts that sign in by a button: those of demonstration data that reach no real trust. */
export async function listDemoAccounts(): Promise<DemoAccount[]> {
  const rows = await callGlobal<
    Record<"account_id" | "email" | "label" | "staff_name" | "trust_name", string>
  >(sql`select account_id, email, label, staff_name, trust_name from demo_accounts()`);
  return rows.map((row) => ({
    accountId: row.account_id,
    email: row.email,
    label: row.label,
    staffName: row.staff_name,
    trustName: row.trust_name,
  }));
}

/** The account behind a demonstration button; any other account is refused. */
export async function proveDemoAccount(accountId: string): Promise<string> {
  const found = (await listDemoAccounts()).find((account) => account.accountId === accountId);
  return found?.accountId ?? refuse("forbidden", "not-a-demonstration-account");
}
