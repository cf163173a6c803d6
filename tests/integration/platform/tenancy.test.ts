import type postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { sqlState } from "@/db/errors";
import { aSecondWorld, aWorld } from "@/tests/factories/world";
import { fillEveryTable, globalTables, tenantTables } from "@/tests/support/catalogue";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let tables: string[];
const trusts = { own: "", other: "" };

beforeAll(async () => {
  trusts.own = (await aWorld(database)).trustId;
  trusts.other = (await aSecondWorld(database)).trustId;
  tables = await tenantTables(database.superuser);
});

describe("the catalogue", () => {
  test("the global tables are the closed list", async () => {
    const rows = await database.superuser`select c.relname from pg_class c
      where relnamespace = 'public'::regnamespace and relkind = 'r' and not exists (
        select 1 from pg_attribute where attrelid = c.oid and attname = 'trust_id') order by relname`;
    expect(rows.map(({ relname }) => relname)).toEqual(globalTables);
    expect(tables.length).toBeGreaterThan(40);
  });

  test("keys and indexes of tenant tables begin with the trust", async () => {
    const rows = await database.superuser`select i.indexrelid::regclass::text as index
      from pg_index i left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = any(${tables}::regclass[]) and a.attname is distinct from 'trust_id'`;
    // Signing in asks for an account's places before any trust is known.
    expect(rows.map(({ index }) => index)).toEqual(["staff_members_account_idx"]);
    const keyless =
      await database.superuser`select name from unnest(${tables}::text[]) name where not exists (
      select 1 from pg_index where indrelid = name::regclass and indisprimary)`;
    expect(keyless).toHaveLength(0);
  });

  test("foreign keys between tenant tables carry the trust and never cascade", async () => {
    const rows = await database.superuser`select c.conname from pg_constraint c
      join pg_attribute f on f.attrelid = c.conrelid and f.attnum = c.conkey[1]
      join pg_attribute t on t.attrelid = c.confrelid and t.attnum = c.confkey[1]
      where c.contype = 'f' and c.conrelid = any(${tables}::regclass[]) and (
        c.confdeltype <> 'a' or c.confupdtype <> 'a' or (
          c.confrelid = any(${tables}::regclass[]) and (f.attname <> 'trust_id' or t.attname <> 'trust_id')))`;
    expect(rows).toEqual([]);
  });

  test("row-level security is enabled, forced and has its policy", async () => {
    const rows = await database.superuser`select relname from pg_class c
      where c.oid = any(${tables}::regclass[]) and not (relrowsecurity and relforcerowsecurity and exists (
        select 1 from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
          and pg_get_expr(p.polqual, p.polrelid) like '%app.trust_id%'
          and pg_get_expr(p.polwithcheck, p.polrelid) like '%app.trust_id%'))`;
    expect(rows).toEqual([]);
  });

  test("the application's role owns nothing and bypasses nothing", async () => {
    const rows = await database.superuser`select 1 from pg_class where relowner = 'countersign_app'::regrole
      union all select 1 from pg_roles where rolname like 'countersign%' and (rolsuper or rolbypassrls)`;
    expect(rows).toHaveLength(0);
  });
});

describe.each(["nobody", "other"] as const)("as the application's role for %s", (who) => {
  beforeAll(async () => {
    await fillEveryTable(database.superuser, trusts.own);
    // These two refuse earlier, for want of a practice: what is tried here is the policy behind them.
    await database.superuser`alter table practice_responses disable trigger practice_responses_latest`;
    await database.superuser`alter table practice_withdrawals disable trigger practice_withdrawals_latest`;
  });

  /** The rows that a statement touched, or why it was refused. */
  async function attempt(statement: (tx: postgres.TransactionSql) => postgres.PendingQuery<postgres.Row[]>) {
    try {
      return await database.app.begin(async (tx) => {
        if (who === "other") await tx`select set_config('app.trust_id', ${trusts.other}, true)`;
        const answer = await statement(tx);
        return answer.count;
      });
    } catch (error) {
      return sqlState(error);
    }
  }

  const refusal = "42501";
  const rowOf = async (table: string) => {
    const [row] =
      await database.superuser`select to_jsonb(t)::text as text from ${database.superuser(table)} t
      where trust_id = ${trusts.own} limit 1`;
    return row?.text as string;
  };

  test("select finds no row of the trust", async () => {
    for (const table of tables) {
      const found = await attempt((tx) => tx`select 1 from ${tx(table)} where trust_id = ${trusts.own}`);
      expect([0, refusal], table).toContain(found);
    }
  });

  test("insert into the trust is refused", async () => {
    for (const table of tables) {
      const row = await rowOf(table);
      const outcome = await attempt(
        (tx) => tx`insert into ${tx(table)}
          select (jsonb_populate_record(null::${tx(table)}, ${row}::text::jsonb)).*`,
      );
      expect(outcome, table).toBe(refusal);
    }
  });

  test("update changes nothing", async () => {
    for (const table of tables) {
      const granted = await database.superuser`select column_name as name
        from information_schema.column_privileges
        where grantee = 'countersign_app' and privilege_type = 'UPDATE' and table_name = ${table}`;
      const column = granted[0]?.name ?? "trust_id";
      const outcome = await attempt(
        (tx) => tx`update ${tx(table)} set ${tx(column)} = ${tx(column)} where trust_id = ${trusts.own}`,
      );
      expect(outcome, table).toBe(granted.length > 0 ? 0 : refusal);
    }
  });

  test("delete is refused", async () => {
    for (const table of tables) {
      expect(await attempt((tx) => tx`delete from ${tx(table)}`), table).toBe(refusal);
    }
  });
});

test("nobody but the application and the owner of a function may run it", async () => {
  const open = await database.superuser`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef
      and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`;
  const guarded = open.filter(
    ({ name }) => name !== "close_predecessor" && name !== "require_latest_practice",
  );
  expect(guarded).toEqual([]);
});
