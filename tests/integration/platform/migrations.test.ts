import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { assertRising } from "@/scripts/database";
import { root } from "@/scripts/processes";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
const journal = async () =>
  JSON.parse(await readFile(join(root, "db/migrations/meta/_journal.json"), "utf8")).entries as {
    tag: string;
    when: number;
  }[];

test("every migration is younger than the one before, and one that is not is refused", async () => {
  const entries = await journal();
  assertRising(entries.map(({ when }) => ({ folderMillis: when })));
  expect(() => assertRising([{ folderMillis: 2 }, { folderMillis: 2 }])).toThrow(/not younger/);
});

test("every file is in the journal and all were applied", async () => {
  const entries = await journal();
  const files = (await readdir(join(root, "db/migrations"))).filter((name) => name.endsWith(".sql"));
  expect(files.sort()).toEqual(entries.map(({ tag }) => `${tag}.sql`));
  const [applied] = await database.superuser`select count(*)::int as count from drizzle.__drizzle_migrations`;
  expect(applied?.count).toBe(entries.length);
});

test("the schema says nothing that no migration does", async () => {
  const copy = await mkdtemp(join(tmpdir(), "migrations-"));
  try {
    await cp(join(root, "db/migrations"), copy, { recursive: true });
    const kit = join(root, "node_modules/drizzle-kit/bin.cjs");
    const options = [
      "--dialect=postgresql",
      "--schema=./db/schema/*.ts",
      `--out=${copy}`,
      "--casing=snake_case",
    ];
    await promisify(execFile)(process.execPath, [kit, "generate", ...options], { cwd: root });
    expect((await readdir(copy)).sort()).toEqual((await readdir(join(root, "db/migrations"))).sort());
  } finally {
    await rm(copy, { recursive: true });
  }
});
