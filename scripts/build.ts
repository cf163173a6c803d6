import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, toolArguments } from "./commands";
import { root } from "./processes";

const sources = ["app", "components", "lib", "db", "public", "package-lock.json", "tsconfig.json"];
const buildId = join(root, ".next", "BUILD_ID");
const stampFile = join(root, ".next", "countersign-sources");

/** Is the production build made from exactly these sources? */
export function isBuilt(): boolean {
  return existsSync(buildId) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === hashSources();
}

/** Makes the production build. Says whether it succeeded, and what it printed. */
export async function build(): Promise<{ ok: boolean; output: string }> {
  const hash = hashSources();
  rmSync(stampFile, { force: true });
  const outcome = await run(process.execPath, [...toolArguments("next/dist/bin/next"), "build"], {
    env: { NODE_ENV: "production" },
  });
  const ok = outcome.ok && existsSync(buildId);
  if (ok) writeFileSync(stampFile, hash);
  return { ...outcome, ok };
}

export async function buildOrFail(): Promise<void> {
  const { ok, output } = await build();
  if (!ok) throw new Error(output);
}

function hashSources(): string {
  const hash = createHash("sha256");
  for (const file of [...sources, ...rootModules()].flatMap(filesUnder).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** next.config, the proxy and the instrumentation. */
function rootModules(): string[] {
  return readdirSync(root).filter((name) => /^(next\.config|proxy|instrumentation)/.test(name));
}

function filesUnder(path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
