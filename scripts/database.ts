import { join, resolve } from "node:path";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMissing } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import {
  createDatabaseStatement,
  databaseStatements,
  type Passwords,
  roleStatements,
} from "./database-roles";
import { root } from "./processes";
import { keptSecret } from "./secrets";

const migrationsFolder = join(root, "db", "migrations");

/** Any number, for an advisory lock: only one process at a time prepares or migrates. */
const changeLock = 7_061_001;

export interface DatabaseAddresses {
  ownerUrl: string;
  appUrl: string;
}

/** Makes what is missing of the roles and the database, on a server where we are superuser. */
export async function prepareDatabase(
  superuserUrl: string,
  { database, ownerPassword, appPassword }: Passwords & { database: string },
): Promise<DatabaseAddresses> {
  await withConnection(superuserUrl, async (sql) => {
    const [found] = await sql`select from pg_database where datname = ${database}`;
    const statements = roleStatements({ ownerPassword, appPassword });
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${changeLock})`;
      await tx.unsafe(statements.join(";\n"));
    });
    if (!found) await sql.unsafe(createDatabaseStatement(database));
  });
  await withConnection(at(superuserUrl, { database }), (sql) =>
    sql.unsafe(databaseStatements(database).join(";\n")),
  );
  return {
    ownerUrl: at(superuserUrl, { database, user: "countersign_owner", password: ownerPassword }),
    appUrl: at(superuserUrl, { database, user: "countersign_app", password: appPassword }),
  };
}

/** The roles' passwords, kept beside the data directory. */
export function keptPasswords(dir: string): Passwords {
  return {
    ownerPassword: keptSecret(`${resolve(dir)}.owner-password`),
    appPassword: keptSecret(`${resolve(dir)}.app-password`),
  };
}

export async function dropDatabase(superuserUrl: string, database: string): Promise<void> {
  await withConnection(superuserUrl, (sql) => sql`drop database if exists ${sql(database)} with (force)`);
}

/** Applies the missing migrations as the owner and proves that all are in place; says how many it applied. */
export async function migrate(ownerUrl: string): Promise<number> {
  const migrations = readMigrationFiles({ migrationsFolder });
  assertRising(migrations);
  return withConnection(ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(${changeLock})`;
    await sql`set lock_timeout = '2s'`;
    const before = await countApplied(sql);
    await applyMissing(drizzle(sql), { migrationsFolder });
    await assertApplied(sql, migrations);
    return migrations.length - before;
  });
}

/** Drizzle silently skips a migration that is older than the last one applied, so that each must be younger. */
export function assertRising(migrations: Pick<MigrationMeta, "folderMillis">[]): void {
  const late = migrations.findIndex(
    ({ folderMillis }, index) => folderMillis <= (migrations[index - 1]?.folderMillis ?? 0),
  );
  if (late >= 0) {
    throw new Error(
      `Migration ${late} in db/migrations/meta/_journal.json is not younger than the one before it`,
    );
  }
}

async function countApplied(sql: postgres.Sql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return 0;
  const [row] = await sql`select count(*)::int as applied from drizzle.__drizzle_migrations`;
  return row?.applied ?? 0;
}

async function assertApplied(sql: postgres.Sql, migrations: MigrationMeta[]): Promise<void> {
  const rows = await sql`select created_at, hash from drizzle.__drizzle_migrations`;
  const hashes = new Map(rows.map((row) => [Number(row.created_at), row.hash]));
  for (const [index, { folderMillis, hash }] of migrations.entries()) {
    if (!hashes.has(folderMillis)) {
      throw new Error(`Migration ${index} was not applied: it is older than one that already was`);
    }
    if (hashes.get(folderMillis) !== hash) {
      throw new Error(`Migration ${index} was edited after it had been applied to this database`);
    }
  }
}

/** Works on one connection of its own, which is closed afterwards. */
export async function withConnection<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: "countersign" } });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function at(
  url: string,
  { database, user, password }: { database: string; user?: string; password?: string },
): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(database)}`;
  if (user) address.username = user;
  if (password) address.password = encodeURIComponent(password);
  return address.href;
}
