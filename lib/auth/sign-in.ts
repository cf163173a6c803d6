import "server-only";
import { sql } from "drizzle-orm";
import { callGlobal } from "@/db/global";
import { refuse } from "@/lib/platform/refusals";
import { verifyPassword } from "./password";
import type { SignInInput } from "./schema";
import { throttled } from "./throttle";
import { perAccount, perAddress } from "./throttle-rules";

/**
 * Whose e-mail address and password these are. Unknown, disabled and mistyped take the same work and get the same
 * answer; `address` is the network address that the try comes from.
 */
export async function proveAccount(input: SignInInput, address: string, now: Date): Promise<string> {
  const email = input.email.trim().toLowerCase();
  const accountId = await throttled(
    [
      { name: `account:${email}`, allowance: perAccount },
      { name: `address:${address}`, allowance: perAddress },
    ],
    now,
    undefined,
    async () => {
      const [account] = await callGlobal<{ account_id: string; password_hash: string | null }>(
        sql`select account_id, password_hash from find_sign_in(${email})`,
      );
      const right = await verifyPassword(account?.password_hash ?? null, input.password);
      return right && account ? account.account_id : null;
    },
  );
  return accountId ?? refuse("invalid", "wrong-sign-in");
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
