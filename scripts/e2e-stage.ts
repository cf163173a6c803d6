import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isBuilt } from "./build";
import { mustRun, run, scriptArguments, toolArguments } from "./commands";
import { type DemoRun, startDemo } from "./demo-run";
import { removeEmbedded } from "./embedded-postgres";
import { freePort, root } from "./processes";
import { readReport } from "./report";
import { add, type Result, type Stage } from "./stage";

const folder = join(root, ".test");
const dataDir = join(folder, "demo");
const postgresDir = join(dataDir, "postgres");

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/**
 * The journeys in Chromium, against a demonstration of its own that was killed once: the production build on data
 * that the first run left and the second found.
 */
export function e2eStage(chromium: Promise<string>): Stage {
  return { name: "end to end", run: () => runJourneys(chromium) };
}

async function runJourneys(chromium: Promise<string>): Promise<Result> {
  const chromiumPath = await chromium;
  if (!isBuilt()) return { passed: 0, failed: 1, output: "There is no production build to test" };
  await removeEmbedded(postgresDir);
  rmSync(dataDir, { recursive: true, force: true });
  const port = await freePort();
  await (await startDemo(dataDir, port)).kill();
  const demo = await startDemo(dataDir, port);
  const journeys = await runPlaywright(demo.address, chromiumPath).catch(async (error) => {
    await demo.interrupt();
    throw error;
  });
  return both(journeys, await endOf(demo));
}

/** Ctrl-C ends all of it, and a run on the data of a killed one has nothing to fill. */
async function endOf(demo: DemoRun): Promise<Result> {
  const code = await demo.interrupt();
  const faults: string[] = [];
  if (code !== 0) faults.push(`Ctrl-C ended the demonstration with exit code ${code}`);
  if (existsSync(join(postgresDir, "postmaster.pid"))) faults.push("PostgreSQL still runs after Ctrl-C");
  if (await fetch(demo.address).catch(() => null)) faults.push("The application still runs after Ctrl-C");
  if (demo.seconds > 12) faults.push(`A second run was serving only after ${demo.seconds.toFixed(1)} s`);
  return { passed: 4 - faults.length, failed: faults.length, output: faults.join("\n") };
}

function both(one: Result, other: Result): Result {
  return { ...add(one, other), output: `${one.output}\n${other.output}` };
}

async function runPlaywright(baseUrl: string, chromiumPath: string): Promise<Result> {
  const file = join(folder, "e2e.json");
  const env = {
    BASE_URL: baseUrl,
    CHROMIUM_PATH: chromiumPath,
    LOGINS_FILE: join(dataDir, "demo-embedded.json"),
    OWNER_URL: await ownerUrl(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  };
  const args = [...toolArguments("@playwright/test/cli.js"), "test", "--reporter=dot,json"];
  const { ok, output, report } = await readReport<PlaywrightReport>(file, () =>
    run(process.execPath, args, { env }),
  );
  const log = ok
    ? ""
    : `\nThe server's log:\n${readFileSync(join(dataDir, "server.log"), "utf8").slice(-8000)}`;
  if (!report) return { passed: 0, failed: 1, output: output + log };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  return { passed: expected, failed: failed || (ok ? 0 : 1), skipped, output: output + log };
}

async function ownerUrl(): Promise<string> {
  const env = { DATABASE_URL: "", DATA_DIR: dataDir };
  return (await mustRun(process.execPath, scriptArguments("db-url"), { env })).trim();
}
