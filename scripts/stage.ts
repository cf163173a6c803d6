import { say, seconds } from "./progress";

/** What a stage found. A stage that is no set of tests counts as one. */
export interface Result {
  passed: number;
  failed: number;
  skipped?: number;
  output: string;
}

export interface Stage {
  name: string;
  run(): Promise<Result>;
}

export interface Total {
  passed: number;
  failed: number;
  skipped?: number;
}

/** Runs the stages one after the other, each to its end whatever the others found. */
export async function runStages(stages: Stage[]): Promise<Total> {
  const totals: Total[] = [];
  for (const stage of stages) totals.push(await runStage(stage));
  return add(...totals);
}

export function add(...totals: Total[]): Total {
  return {
    passed: totals.reduce((sum, { passed }) => sum + passed, 0),
    failed: totals.reduce((sum, { failed }) => sum + failed, 0),
    skipped: totals.reduce((sum, { skipped = 0 }) => sum + skipped, 0),
  };
}

/** Prints the last line, and leaves the exit code that goes with it. */
export function conclude({ passed, failed, skipped = 0 }: Total): void {
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function runStage({ name, run }: Stage): Promise<Result> {
  const start = performance.now();
  const result = await run().catch(asFailure);
  const counts = [`${result.passed} passed`, `${result.failed} failed`];
  if (result.skipped) counts.push(`${result.skipped} skipped`);
  const time = seconds(performance.now() - start).padStart(8);
  say(`${result.failed > 0 ? "FAILED" : "ok    "}  ${name.padEnd(14)} ${time}  ${counts.join(", ")}`);
  if (result.failed > 0) say(`\n${result.output.trim()}\n`);
  return result;
}

function asFailure(error: unknown): Result {
  const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { passed: 0, failed: 1, output };
}
