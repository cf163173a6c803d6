import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { guardDriver, guardSource } from "../../../scripts/postgres-guard.mjs";

const driver = fileURLToPath(new URL("../../../node_modules/postgres", import.meta.url));
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "postgres-guard-"));
  cpSync(driver, copy, { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

test("both copies of the installed driver are guarded and carry the mark", () => {
  for (const file of ["src/connection.js", "cjs/src/connection.js"]) {
    const text = readFileSync(join(driver, file), "utf8");
    expect(text.startsWith('globalThis[Symbol.for("countersign.postgres-guard")] = 1\n')).toBe(true);
    expect(text).toContain("if (socket === null) {");
    expect(text).toContain("return fetchArrayTypes().catch(");
  }
});

test("a guarded driver is left as it is", () => {
  expect(guardDriver(copy)).toBe(0);
});

test("an unguarded driver is guarded once", () => {
  const file = join(copy, "src/connection.js");
  const pristine = withoutGuard(readFileSync(file, "utf8"));
  writeFileSync(file, pristine);
  expect(guardDriver(copy)).toBe(1);
  expect(guardDriver(copy)).toBe(0);
  expect(guardSource(pristine)).toBe(readFileSync(join(driver, "src/connection.js"), "utf8"));
});

test("another version is refused", () => {
  writeFileSync(join(copy, "package.json"), JSON.stringify({ version: "3.4.10" }));
  expect(() => guardDriver(copy)).toThrow("postgres.js is 3.4.10, but its guard was written for 3.4.9");
});

test("a text that the guard does not know is refused, also when only the mark is there", () => {
  const pristine = withoutGuard(readFileSync(join(copy, "src/connection.js"), "utf8"));
  const changed = pristine.replace("socket.write(chunk, fn)", "socket.send(chunk, fn)");
  expect(() => guardSource(changed)).toThrow("not the text");
  expect(() => guardSource(`globalThis[Symbol.for("countersign.postgres-guard")] = 1\n${changed}`)).toThrow();
});

function withoutGuard(text: string): string {
  return text
    .slice(text.indexOf("\n") + 1)
    .replace(/ {4}if \(socket === null\) \{[^}]*\}\n/, "")
    .replace("fetchArrayTypes().catch(() => {})", "fetchArrayTypes()");
}
