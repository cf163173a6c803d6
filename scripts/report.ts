import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Outcome } from "./commands";

/** Runs a test program, then reads the report that it wrote; an old report is never taken for a new one. */
export async function readReport<Report>(
  file: string,
  work: () => Promise<Outcome>,
): Promise<Outcome & { report: Report | null }> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  rmSync(file, { force: true });
  const outcome = await work();
  return { ...outcome, report: existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null };
}
