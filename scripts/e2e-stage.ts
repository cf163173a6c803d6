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
 * A demonstration that is killed once, so that its second run finds what the first left; and against that second run,
 * which is the production build, the journeys in Chromium.
 */
export function e2eStages(chromium: Promise<string>): { demo: Stage; journeys: Stage } {
  let running: DemoRun | undefined;
  return {
    demo: {
      name: "demonstration",
      async run() {
        running = await startTwice();
        const late =
          running.seconds > 12 ? `A second run was serving only after ${running.seconds.toFixed(1)} s` : "";
        return { passed: late ? 0 : 1, failed: late ? 1 : 0, output: late };
      },
    },
    journeys: {
      name: "end to end",
      async run() {
        if (!running) return { passed: 0, failed: 1, output: "There is no demonstration to test" };
        const demo = running;
        const journeys = await chromium
          .then((path) => runPlaywright(demo.address, path))
          .catch(async (error) => {
            await demo.interrupt();
            throw error;
          });
        return both(journeys, await endOf(demo));
      },
    },
  };
}

async function startTwice(): Promise<DemoRun> {
  if (!isBuilt()) throw new Error("There is no production build to test");
  await removeEmbedded(postgresDir);
  rmSync(dataDir, { recursive: true, force: true });
  const port = await freePort();
  await (await startDemo(dataDir, port)).kill();
  return startDemo(dataDir, port);
}

/** Ctrl-C ends all of it. */
async function endOf(demo: DemoRun): Promise<Result> {
  const code = await demo.interrupt();
  const faults: string[] = [];
  if (code !== 0) faults.push(`Ctrl-C ended the demonstration with exit code ${code}`);
  if (existsSync(join(postgresDir, "postmaster.pid"))) faults.push("PostgreSQL still runs after Ctrl-C");
  if (await fetch(demo.address).catch(() => null)) faults.push("The application still runs after Ctrl-C");
  return { passed: 3 - faults.length, failed: faults.length, output: faults.join("\n") };
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
