import { beforeAll, expect, test } from "vitest";
import { sqlState } from "@/db/errors";
import { aWorld } from "@/tests/factories/world";
import { fillEveryTable, tenantTables } from "@/tests/support/catalogue";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
const kept = "CS002";
const denied = "42501";
let trustId: string;
let tables: string[];

/** The only tables in which a row may change, and then only the columns that were granted. */
const mutable = ["audit_heads", "idempotency_keys", "outbox", "sign_off_requests", "staff_members"];

beforeAll(async () => {
  trustId = (await aWorld(database)).trustId;
  tables = await tenantTables(database.superuser);
  await fillEveryTable(database.superuser, trustId);
});

/** Why the statement was refused to a role that works in the trust; null if it was not. */
async function attempt(role: "app" | "owner" | "superuser", statement: string): Promise<string | null> {
  try {
    await database[role].begin(async (tx) => {
      await tx`select set_config('app.trust_id', ${trustId}, true)`;
      await tx.unsafe(statement);
      throw new Error("was not refused");
    });
    return null;
  } catch (error) {
    return sqlState(error);
  }
}

test("a frozen row refuses update and delete to the application, the owner and a superuser", async () => {
  for (const table of tables.filter((name) => !mutable.includes(name))) {
    for (const statement of [`update "${table}" set trust_id = trust_id`, `delete from "${table}"`]) {
      expect(await attempt("app", statement), statement).toBe(denied);
      expect(await attempt("owner", statement), statement).toBe(kept);
      expect(await attempt("superuser", statement), statement).toBe(kept);
    }
  }
});

test("no tenant table can be emptied", async () => {
  for (const table of tables) {
    const statement = `truncate "${table}" cascade`;
    expect(await attempt("app", statement), statement).toBe(denied);
    expect(await attempt("owner", statement), statement).toBe(kept);
  }
});

test("a superseded row is closed once and is then as frozen as any other", async () => {
  const reopen = "update staff_roles set superseded_at = now()";
  expect(await attempt("owner", reopen)).toBe(kept);
});

test("only the named columns of a mutable table may change", async () => {
  expect(await attempt("app", "update staff_members set employee_number = 'x'")).toBe(denied);
  expect(await attempt("app", "update sign_off_requests set staff_id = staff_id")).toBe(denied);
  expect(await attempt("app", "update outbox set payload = payload")).toBe(denied);
});
