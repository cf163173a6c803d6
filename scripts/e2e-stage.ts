import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { now } from "@/lib/platform/clock";
import { appEnvironment } from "./app-environment";
import { isBuilt } from "./build";
import { run, toolArguments } from "./commands";
import { dropDatabase, migrate, prepareDatabase } from "./database";
import { seed } from "./demo-data";
import { startEmbedded, throwaway } from "./embedded-postgres";
import { freePort, root } from "./processes";
import { readReport } from "./report";
import { serve } from "./serve";
import type { Result, Stage } from "./stage";

/** The served application reads the real clock, so its data lead up to now. */
const anchor = now();

const folder = join(root, ".test");
const filesDir = join(folder, "e2e-data");
const loginsFile = join(folder, "e2e-logins.json");
const serverLog = join(folder, "e2e-server.log");

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** The journeys in Chromium, against the production build on a freshly seeded database of its own. */
export function e2eStage(chromium: Promise<string>): Stage {
  return { name: "end to end", run: () => runJourneys(chromium) };
}

async function runJourneys(chromium: Promise<string>): Promise<Result> {
  const chromiumPath = await chromium;
  if (!isBuilt()) return { passed: 0, failed: 1, output: "There is no production build to test" };
  rmSync(filesDir, { recursive: true, force: true });
  mkdirSync(filesDir, { recursive: true });
  const postgres = await startEmbedded({ dir: join(folder, "e2e-postgres"), flags: throwaway });
  try {
    const database = await freshDatabase(postgres.superuserUrl());
    await seed(database, anchor, loginsFile, filesDir);
    const port = await freePort();
    const server = await serve({
      port,
      env: appEnvironment(database.appUrl, port, filesDir),
      host: "127.0.0.1",
      logFile: serverLog,
    });
    try {
      return await runPlaywright(`http://localhost:${port}`, chromiumPath, database.ownerUrl);
    } finally {
      await server.stop();
    }
  } finally {
    await postgres.stop();
  }
}

async function freshDatabase(superuserUrl: string) {
  await dropDatabase(superuserUrl, "e2e");
  const passwords = { ownerPassword: "owner", appPassword: "app" };
  const database = await prepareDatabase(superuserUrl, { database: "e2e", ...passwords });
  await migrate(database.ownerUrl);
  return database;
}

async function runPlaywright(baseUrl: string, chromiumPath: string, ownerUrl: string): Promise<Result> {
  const file = join(folder, "e2e.json");
  const env = {
    BASE_URL: baseUrl,
    CHROMIUM_PATH: chromiumPath,
    LOGINS_FILE: loginsFile,
    OWNER_URL: ownerUrl,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  };
  const args = [...toolArguments("@playwright/test/cli.js"), "test", "--reporter=dot,json"];
  const { ok, output, report } = await readReport<PlaywrightReport>(file, () =>
    run(process.execPath, args, { env }),
  );
  const faults = ok ? "" : `\nThe server's log:\n${readFileSync(serverLog, "utf8").slice(-8000)}`;
  if (!report) return { passed: 0, failed: 1, output: output + faults };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  return { passed: expected, failed: failed || (ok ? 0 : 1), skipped, output: output + faults };
}
