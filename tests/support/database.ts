import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { resetEnv } from "@/lib/platform/env";
import { prepareDatabase, withConnection } from "@/scripts/database";
import { templateDatabase, testPasswords } from "./global-database";

export interface TestDatabase {
  /** Past row-level security and triggers where it disables them: for looking, and for tampering. */
  superuser: postgres.Sql;
  /** Owns the tables, and is bound by row-level security and triggers all the same. */
  owner: postgres.Sql;
  /** The application's own unprivileged role. */
  app: postgres.Sql;
  urls: { superuser: string; owner: string; app: string };
}

/** Gives the test file a database of its own, to which the application's code is connected too. */
export function useDatabase(): TestDatabase {
  const database = {} as TestDatabase;
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  beforeAll(async () => {
    const superuserUrl = inject("superuserUrl");
    await withConnection(superuserUrl, (sql) =>
      sql.unsafe(`create database ${name} template ${templateDatabase}`),
    );
    const { ownerUrl, appUrl } = await prepareDatabase(superuserUrl, { database: name, ...testPasswords });
    const superuser = new URL(superuserUrl);
    superuser.pathname = `/${name}`;
    const urls = { superuser: superuser.href, owner: ownerUrl, app: appUrl };
    Object.assign(database, {
      urls,
      superuser: connect(urls.superuser),
      owner: connect(urls.owner),
      app: connect(urls.app),
    });
    Object.assign(process.env, {
      DATABASE_URL: appUrl,
      NEXTAUTH_URL: "http://localhost:3000",
      NEXTAUTH_SECRET: "a secret that is used in tests and nowhere else",
      DATA_DIR: `.test/data/${name}`,
    });
    resetEnv();
  });
  afterAll(async () => {
    await closeDatabase();
    await Promise.all([database.superuser.end(), database.owner.end(), database.app.end()]);
    await withConnection(inject("superuserUrl"), (sql) => sql.unsafe(`drop database ${name} with (force)`));
  });
  return database;
}

function connect(url: string): postgres.Sql {
  return postgres(url, { max: 4, onnotice: () => {} });
}
