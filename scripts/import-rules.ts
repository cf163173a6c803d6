/**
 * Proves that the import rules still bite: a checker that checks nothing passes on everything. Each file in
 * tests/fixtures/import-rules says on its first line which rules it must break, and must break those alone.
 * They are linted in a copy where they stand at the paths that the rules are about.
 */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { run, toolArguments } from "./commands";
import { root } from "./processes";
import { say } from "./progress";

const fixtures = join(root, "tests", "fixtures", "import-rules");
const importRules = ["noRestrictedImports", "noImportCycles", "noPrivateImports", "noUndeclaredDependencies"];

interface Diagnostic {
  category: string | null;
  location: { path: string };
}

const expected = readFixtures();
const copy = mkdtempSync(join(tmpdir(), "import-rules-"));
try {
  const broken = await lintCopy();
  const faults = [...expected].flatMap(([path, rules]) =>
    compare(path, rules, broken.get(path) ?? new Set()),
  );
  for (const fault of faults) say(fault);
  say(`${expected.size} fixtures of the import rules, ${faults.length} of them wrong`);
  if (expected.size === 0 || faults.length > 0) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true });
}

/** The rules that each fixture must break, by the path where it is meant to stand. */
function readFixtures(): Map<string, Set<string>> {
  const files = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".txt"),
  );
  return new Map(files.sort().map((name) => [name.replace(/\.txt$/, ""), rulesNamedIn(name)]));
}

function rulesNamedIn(name: string): Set<string> {
  const [first = ""] = readFileSync(join(fixtures, name), "utf8").split("\n");
  if (first === "// must pass") return new Set();
  const named = /^\/\/ must break: (.+)$/.exec(first)?.[1];
  if (!named) throw new Error(`${name} must begin with "// must break: <rules>" or "// must pass"`);
  return new Set(named.split(", "));
}

async function lintCopy(): Promise<Map<string, Set<string>>> {
  for (const file of ["biome.json", "tsconfig.json", "package.json", ".gitignore"]) {
    copyFileSync(join(root, file), join(copy, file));
  }
  for (const path of expected.keys()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), readFileSync(join(fixtures, `${path}.txt`)));
  }
  const lint = ["lint", "--reporter=json", "--max-diagnostics=none", copy];
  const { output, stdout } = await run(process.execPath, [
    ...toolArguments("@biomejs/biome/bin/biome"),
    ...lint,
    `--config-path=${copy}`,
  ]);
  return brokenRules(stdout, output);
}

function brokenRules(stdout: string, output: string): Map<string, Set<string>> {
  const json = stdout.split("\n").find((line) => line.startsWith("{"));
  if (!json) throw new Error(`Biome gave no report:\n${output}`);
  const broken = new Map<string, Set<string>>();
  for (const { category, location } of JSON.parse(json).diagnostics as Diagnostic[]) {
    const rule = category?.split("/").at(-1) ?? "";
    const fixture = relative(copy, resolve(copy, location.path));
    if (expected.has(fixture) && importRules.includes(rule))
      broken.set(fixture, (broken.get(fixture) ?? new Set()).add(rule));
  }
  return broken;
}

function compare(path: string, wanted: Set<string>, found: Set<string>): string[] {
  const missed = [...wanted].filter((rule) => !found.has(rule)).map((rule) => `${path} should break ${rule}`);
  const extra = [...found]
    .filter((rule) => !wanted.has(rule))
    .map((rule) => `${path} should not break ${rule}`);
  return [...missed, ...extra];
}
