import { hashPassword } from "@/lib/auth/password";
import { newId } from "@/lib/platform/ids";
import type { TestDatabase } from "@/tests/support/database";

export const password = "a long and right password";
export const now = new Date("2026-03-02T09:00:00.000Z");
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

interface Given {
  email?: string;
  password?: string | null;
  demoLabel?: string;
  disabledAt?: Date;
}

/** An account as people administration would make it; the application's own role may not write the table. */
export async function anAccount({ superuser }: TestDatabase, given: Given = {}): Promise<string> {
  const id = newId();
  const hash = given.password === null ? null : await hashPassword(given.password ?? password);
  await superuser`insert into accounts (id, email, password_hash, demo_label, disabled_at, created_at) values
    (${id}, ${given.email ?? `${id}@example.test`}, ${hash}, ${given.demoLabel ?? null}, ${given.disabledAt ?? null}, ${now})`;
  return id;
}

export async function aTrust({ superuser }: TestDatabase, ods: string, demo = true): Promise<string> {
  const id = newId();
  await superuser`insert into trusts (id, ods_code, name, is_demo, created_at)
    values (${id}, ${ods}, ${`Trust ${ods}`}, ${demo}, ${now})`;
  return id;
}

interface Place {
  startedOn?: string;
  endedOn?: string;
}

/** The account's place in a trust. */
export async function aStaffMember(
  { superuser }: TestDatabase,
  trustId: string,
  accountId: string,
  { startedOn = "2024-01-01", endedOn }: Place = {},
): Promise<string> {
  const id = newId();
  await superuser`insert into staff_members
    (trust_id, id, account_id, name, search_name, employee_number, started_on, ended_on, recorded_at) values
    (${trustId}, ${id}, ${accountId}, 'Ann Example', 'ann example', ${id}, ${startedOn}, ${endedOn ?? null}, ${now})`;
  return id;
}
