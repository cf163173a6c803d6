import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import type postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { BadRow } from "@/lib/audit/bad-row";
import { copiesFile } from "@/lib/audit/copies";
import type { CommandContext } from "@/lib/auth/actor";
import { env } from "@/lib/platform/env";
import { useDatabase } from "@/tests/support/database";
import { seededPick, type Tampering, tamperings } from "./tamperings";
import { aSealedTrail, verify, verifyIn } from "./trail";

const database = useDatabase();
const times = process.env.FULL ? 1000 : 100;
let ctx: CommandContext;

beforeAll(async () => {
  ctx = await aSealedTrail(database.superuser);
});

class Undo extends Error {}

/** What verification says after a superuser did this, past all triggers; all is rolled back. */
async function found(tamper: Tampering, seed: string): Promise<unknown> {
  let result: unknown;
  const transaction = database.superuser.begin(async (tx) => {
    await disableTriggers(tx);
    await tamper(tx, ctx.actor.trustId, seededPick(seed));
    result = await verifyIn(tx, ctx).catch((error: unknown) => error);
    throw new Undo();
  });
  await expect(transaction).rejects.toBeInstanceOf(Undo);
  return result;
}

async function disableTriggers(tx: postgres.TransactionSql): Promise<void> {
  for (const table of ["audit_heads", "audit_entries", "audit_salts", "audit_checkpoints", "audit_leaves"]) {
    await tx`alter table ${tx(table)} disable trigger user`;
  }
}

describe("verification", () => {
  const counts = { streams: 9, checkpoints: 3, uncopied: 0, unsealed: 10 };

  test("finds nothing in a trail as it was written", async () => {
    expect(await verify(database.owner, ctx)).toMatchObject(counts);
    expect(await verify(database.superuser, ctx)).toMatchObject(counts);
    expect(await found(async () => {}, "control")).toMatchObject(counts);
  });

  test.each(Object.entries(tamperings))("finds it when %s", async (_name, tamper) => {
    for (const seed of ["one", "two", "three"]) expect(await found(tamper, seed)).toBeInstanceOf(BadRow);
  });

  test(`finds ${times} of ${times} random changes`, { timeout: 120_000 }, async () => {
    const kinds = Object.entries(tamperings);
    const pick = seededPick("random changes");
    const missed: string[] = [];
    for (let n = 0; n < times; n += 1) {
      const [name, tamper] = kinds[pick(kinds.length)] as [string, Tampering];
      const result = await found(tamper, `change ${n}`);
      if (!(result instanceof BadRow)) missed.push(`${n}: ${name}: ${JSON.stringify(result)}`);
    }
    expect(missed).toEqual([]);
  });

  test("says which row it is and what is wrong with it", async () => {
    const change: Tampering = (tx, trust) =>
      tx`update audit_entries set entry = replace(entry, 'round', 'circle'), action = 'practice.withdrawn'
        where trust_id = ${trust} and stream = 'practice:3' and seq = 2`;
    expect(await found(change, "")).toMatchObject({
      trust: ctx.actor.trustId,
      place: "practice:3 entry 2",
      problem: 'its column for "action" differs from its text',
    });
  });
});

describe("the copies outside the database", () => {
  async function changed(change: (lines: string[]) => string[]): Promise<unknown> {
    const file = copiesFile(env().dataDir, ctx.actor.trustId);
    const whole = readFileSync(file, "utf8");
    writeFileSync(
      file,
      change(whole.split("\n").slice(0, -1))
        .map((line) => `${line}\n`)
        .join(""),
    );
    try {
      return await verify(database.owner, ctx).catch((error: unknown) => error);
    } finally {
      writeFileSync(file, whole);
    }
  }

  test.each<[string, (lines: string[]) => string[]]>([
    ["a line is missing between others", (lines) => lines.toSpliced(1, 1)],
    ["the first line is missing", (lines) => lines.slice(1)],
    ["a line is changed", (lines) => lines.with(1, (lines[1] ?? "").replace('"size":', '"size":1'))],
    ["a line is not legible", (lines) => lines.with(1, "not JSON")],
    ["two lines have changed places", ([one = "", two = "", ...rest]) => [two, one, ...rest]],
    [
      "one checkpoint has two copies that differ",
      (lines) => [...lines, (lines[0] ?? "").replace(/.{9}Z"/, '00:00.000Z"')],
    ],
    ["all lines are gone", () => []],
  ])("give it away when %s", async (_name, change) => {
    expect(await changed(change)).toBeInstanceOf(BadRow);
  });

  test("may end with one checkpoint that is not copied yet", async () => {
    expect(await changed((lines) => lines.slice(0, -1))).toMatchObject({ uncopied: 1 });
  });
});

describe("npm run audit:verify", () => {
  function run(address: string) {
    const flags = ["--import", "tsx", "--conditions=react-server", "scripts/audit-verify.ts"];
    return spawnSync(process.execPath, flags, {
      encoding: "utf8",
      env: { ...process.env, MIGRATION_URL: address, DATA_DIR: env().dataDir, AUDIT_KEY_FILE: "" },
    });
  }

  test("counts and exits 0 on a sound trail, as the owner", () => {
    const { status, stdout, stderr } = run(database.urls.owner);
    expect(stderr).toBe("");
    expect(stdout).toContain(
      `trust ${ctx.actor.trustId}: 9 records, 41 entries, 3 checkpoints; unsealed: 10 entries`,
    );
    expect(status).toBe(0);
  });

  test("names the first bad row and exits 1, also for a trust of which only the copies are left", async () => {
    const file = copiesFile(env().dataDir, "01940000-0000-7000-8000-000000000001");
    appendFileSync(file, readFileSync(copiesFile(env().dataDir, ctx.actor.trustId)));
    const { status, stderr } = run(database.urls.owner);
    expect(stderr).toContain("trust 01940000-0000-7000-8000-000000000001, checkpoint 1: it was copied, but");
    expect(status).toBe(1);
  });
});
