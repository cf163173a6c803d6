import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { now } from "@/lib/platform/clock";
import { appEnvironment } from "./app-environment";
import { mustRun, scriptArguments } from "./commands";
import { migrate, withConnection } from "./database";
import { dataDir, type LocalDatabase } from "./local-database";
import { say, step } from "./progress";

export interface DemoLogins {
  logins: { name: string; role: string; trust: string; email: string }[];
  password: string;
}

/** Brings the database up to date and fills an empty one; returns the demonstration's log-ins. */
export async function readyDemoData(database: LocalDatabase): Promise<DemoLogins> {
  await step("Migrating the database", () => migrate(database.ownerUrl));
  const record = join(dataDir, `demo-${database.name}.json`);
  if (await hasTrusts(database.ownerUrl)) {
    if (existsSync(record)) return JSON.parse(readFileSync(record, "utf8"));
    await emptyHalfSeeded(database);
  }
  await step("Filling it with a demonstration", () => seed(database, now(), record, dataDir));
  return JSON.parse(readFileSync(record, "utf8"));
}

/** Seeds in a process of its own, so that the application's code finds the environment that it expects. */
export async function seed(
  { appUrl, ownerUrl }: { appUrl: string; ownerUrl: string },
  anchor: Date,
  record: string,
  filesDir: string,
): Promise<void> {
  await mustRun(process.execPath, [...scriptArguments("seed"), anchor.toISOString(), record], {
    env: { ...appEnvironment(appUrl, 3000, filesDir), MIGRATION_URL: ownerUrl },
    show: true,
  });
}

async function hasTrusts(ownerUrl: string): Promise<boolean> {
  const rows = await withConnection(ownerUrl, (sql) => sql`select from trusts limit 1`);
  return rows.length > 0;
}

/** The record of the log-ins is written last: without it, the run that seeded was killed. */
async function emptyHalfSeeded(database: LocalDatabase): Promise<void> {
  if (!database.recreate) {
    throw new Error("This database has data that is not this demonstration's: give an empty one");
  }
  say("The last run did not finish filling the database: starting that afresh");
  await database.recreate();
  await migrate(database.ownerUrl);
}
