import type postgres from "postgres";

/** Tables that belong to no trust: a closed list. Drizzle's own stands in a schema of its own. */
export const globalTables = [
  "accounts",
  "identities",
  "reference_frameworks",
  "sessions",
  "throttles",
  "trusts",
];

export async function tenantTables(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql`select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all(${globalTables})
    order by relname`;
  return rows.map(({ relname }) => relname);
}

/**
 * Puts one row of this trust into every tenant table that has none, by taking the CHECKs off this throwaway
 * database and giving every column a value of its type: what is tried afterwards is row-level security alone.
 */
export async function fillEveryTable(superuser: postgres.Sql, trustId: string): Promise<void> {
  for (const table of await tenantTables(superuser)) {
    const [held] = await superuser`select 1 from ${superuser(table)} where trust_id = ${trustId} limit 1`;
    if (held) continue;
    const checks = await superuser`select conname from pg_constraint
      where conrelid = ${table}::regclass and contype = 'c'`;
    for (const { conname } of checks) {
      await superuser`alter table ${superuser(table)} drop constraint ${superuser(conname)}`;
    }
    const columns = await superuser`select attname as name, atttypid::regtype::text as type from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attnotnull`;
    const values = columns.map(({ name, type }) => (name === "trust_id" ? `'${trustId}'` : sample(type)));
    const names = columns.map(({ name }) => `"${name}"`);
    await superuser.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`select set_config('app.trust_id', ${trustId}, true)`;
      await tx.unsafe(`alter table "${table}" disable trigger user`);
      await tx.unsafe(`insert into "${table}" (${names}) values (${values})`);
      await restoreTriggers(tx, table);
    });
  }
}

async function restoreTriggers(tx: postgres.TransactionSql, table: string): Promise<void> {
  const triggers = await tx`select tgname from pg_trigger
    where tgrelid = ${table}::regclass and not tgisinternal`;
  for (const { tgname } of triggers)
    await tx.unsafe(`alter table "${table}" enable always trigger "${tgname}"`);
}

function sample(type: string): string {
  const samples: Record<string, string> = {
    uuid: "gen_random_uuid()",
    date: "'2026-03-02'",
    "timestamp with time zone": "'2026-03-02T09:00:00Z'",
    integer: "1",
    boolean: "false",
    jsonb: "'{}'",
    bytea: "'\\x00'",
    "text[]": "'{}'",
    xid8: "'1'",
  };
  return samples[type] ?? "'x'";
}
