import "server-only";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/platform/env";
import { prepareEach } from "./prepared";

export type Database = PostgresJsDatabase;

const guardMark = Symbol.for("countersign.postgres-guard");

/** The application refuses to run on a driver that dies with its server, see docs/decisions/0007. */
function assertGuarded(): void {
  if (!(guardMark in globalThis)) {
    throw new Error(
      "The database driver lacks its guard. Run `node scripts/postgres-guard.mjs`, then start again.",
    );
  }
}

interface Pool {
  sql: postgres.Sql;
  database: Database;
}

const poolKey = Symbol.for("countersign.database-pool");
const shared = globalThis as { [poolKey]?: Pool };

function openPool(): Pool {
  assertGuarded();
  const { databaseUrl, databasePool, pgbouncer } = env();
  const sql = postgres(databaseUrl, {
    max: databasePool,
    prepare: !pgbouncer,
    connection: { application_name: "countersign" },
    onnotice: () => {},
  });
  return { sql, database: drizzle(prepareEach(sql), { casing: "snake_case" }) };
}

function pool(): Pool {
  shared[poolKey] ??= openPool();
  return shared[poolKey];
}

/** The pool for `db/tenant` and `db/global` alone: everything else goes through them. */
export function rawDatabase(): Database {
  return pool().database;
}

/** Lets requests in flight end, then closes the pool. */
export async function closeDatabase(): Promise<void> {
  const open = shared[poolKey];
  delete shared[poolKey];
  await open?.sql.end({ timeout: 5 });
}
