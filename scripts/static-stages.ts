import { join } from "node:path";
import { run, scriptArguments, toolArguments } from "./commands";
import { root } from "./processes";
import type { Result, Stage } from "./stage";

const biome = "@biomejs/biome/bin/biome";

/** Everything that can be checked without running the application. */
export const staticStages: Stage[] = [
  { name: "format", run: () => tool(biome, "format", "--max-diagnostics=50") },
  { name: "lint", run: () => tool(biome, "check", "--formatter-enabled=false", "--error-on-warnings") },
  {
    name: "import rules",
    run: async () => asResult(await run(process.execPath, scriptArguments("import-rules"))),
  },
  { name: "types", run: checkTypes },
  { name: "dead code", run: () => tool("knip/bin/knip.js") },
];

export function asResult({ ok, output }: { ok: boolean; output: string }): Result {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

/** Next writes the types of its routes first; the compiler then checks everything, tests and scripts too. */
async function checkTypes(): Promise<Result> {
  const routes = await run(process.execPath, [...toolArguments("next/dist/bin/next"), "typegen"]);
  return routes.ok
    ? asResult(await run(join(root, "node_modules", ".bin", "tsc"), ["--noEmit"]))
    : asResult(routes);
}

async function tool(path: string, ...args: string[]): Promise<Result> {
  return asResult(await run(process.execPath, [...toolArguments(path), ...args]));
}
