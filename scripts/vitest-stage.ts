import { join } from "node:path";
import { run, toolArguments } from "./commands";
import { root } from "./processes";
import { readReport } from "./report";
import type { Result, Stage } from "./stage";

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Runs one of Vitest's projects and counts its tests; a file that could not even be loaded counts as failed. */
export function vitestStage(project: "unit" | "integration" | "compatibility"): Stage {
  return { name: project, run: () => runProject(project) };
}

async function runProject(project: string): Promise<Result> {
  const file = join(root, ".test", `${project}.json`);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const args = [...toolArguments("vitest/vitest.mjs"), "run", "--project", project, ...reporters];
  const { ok, output, report } = await readReport<VitestReport>(file, () =>
    run(process.execPath, args, { env: { NODE_ENV: "test", NO_COLOR: "1" } }),
  );
  if (!report) return { passed: 0, failed: 1, output };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed || (ok ? 0 : 1),
    skipped: report.numPendingTests,
    output: withoutMarks(output),
  };
}

/** A mark for each of thousands of tests would hide what is said of those that failed. */
function withoutMarks(output: string): string {
  return output.replace(/[·x*-]{20,}/g, "").trim();
}
