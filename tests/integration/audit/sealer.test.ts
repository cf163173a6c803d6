import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { copiesFile, readCopies } from "@/lib/audit/copies";
import { sealEveryTrust, sealTrust } from "@/lib/audit/sealer";
import type { CopyLine } from "@/lib/audit/verify-copies";
import type { CommandContext } from "@/lib/auth/actor";
import { env } from "@/lib/platform/env";
import { useDatabase } from "@/tests/support/database";
import { append, aTrust, verify } from "./trail";

const database = useDatabase();

const fileOf = (ctx: CommandContext) => copiesFile(env().dataDir, ctx.actor.trustId);

async function copiesOf(ctx: CommandContext): Promise<CopyLine[]> {
  const lines = [];
  for await (const line of readCopies(fileOf(ctx))) lines.push(line);
  return lines;
}

describe("sealing", () => {
  test("covers every entry once, in checkpoints that follow each other and have copies", async () => {
    const ctx = await aTrust(database.superuser);
    await append(ctx, "practice:one");
    await append(ctx, "practice:two");
    expect(await sealTrust(ctx.actor)).toBe(2);
    await append(ctx, "practice:one");
    expect(await sealTrust(ctx.actor)).toBe(1);
    expect(await sealTrust(ctx.actor)).toBe(0);
    await append(ctx, "practice:one");
    const counts = { streams: 2, entries: 4, unsealed: 1, checkpoints: 2, uncopied: 0 };
    expect(await verify(database.owner, ctx)).toEqual(counts);
    const [first, second] = await copiesOf(ctx);
    expect(second?.checkpoint?.previous).toBe(first?.checkpoint?.hash);
  });

  test("goes through every trust", async () => {
    const trusts = [await aTrust(database.superuser), await aTrust(database.superuser)];
    for (const ctx of trusts) await append(ctx, "practice:one");
    await sealEveryTrust();
    for (const ctx of trusts) expect(await verify(database.owner, ctx)).toMatchObject({ unsealed: 0 });
  });

  test("by several processes at once makes one chain of checkpoints", async () => {
    const ctx = await aTrust(database.superuser);
    for (let round = 0; round < 5; round += 1) {
      for (let n = 0; n < 6; n += 1) await append(ctx, `practice:${n}`);
      const sealed = await Promise.all(Array.from({ length: 5 }, () => sealTrust(ctx.actor)));
      expect(sealed.reduce((sum, n) => sum + n)).toBe(6);
    }
    expect(await verify(database.owner, ctx)).toMatchObject({ entries: 30, unsealed: 0, uncopied: 0 });
  });

  test("while others write and verify leaves no entry out, and no verification goes wrong", async () => {
    const ctx = await aTrust(database.superuser);
    let writing = true;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let n = 0; n < 25; n += 1) await append(ctx, `practice:${(n + writer) % 5}`);
    });
    const done = Promise.all(writers).finally(() => {
      writing = false;
    });
    await sealTrust(ctx.actor);
    while (writing) await Promise.all([sealTrust(ctx.actor), verify(database.owner, ctx)]);
    await done;
    await sealTrust(ctx.actor);
    expect(await verify(database.owner, ctx)).toMatchObject({ entries: 100, unsealed: 0 });
  });

  test("is neither held up by a long transaction nor made to pass over an entry", async () => {
    const ctx = await aTrust(database.superuser);
    const early = await database.app.reserve();
    const long = await database.app.reserve();
    try {
      await early`begin`;
      await early`select set_config('app.trust_id', ${ctx.actor.trustId}, true), pg_current_xact_id()`;
      await long`begin`;
      await long`select pg_current_xact_id()`;
      await append(ctx, "practice:one");
      await early`select audit_append('practice:one', 'practice.recorded', '{}', '{}', '\\x00', now())`;
      await early`commit`;
      expect(await sealTrust(ctx.actor)).toBe(2);
      expect(await verify(database.owner, ctx)).toMatchObject({ entries: 2, unsealed: 0 });
    } finally {
      await long`rollback`;
      early.release();
      long.release();
    }
  });
});

describe("a crash between commit and copy", () => {
  async function crashed(): Promise<{ ctx: CommandContext; whole: string; lines: string[] }> {
    const ctx = await aTrust(database.superuser);
    for (const stream of ["practice:one", "practice:two"] as const) {
      await append(ctx, stream);
      await sealTrust(ctx.actor);
    }
    const whole = readFileSync(fileOf(ctx), "utf8");
    return { ctx, whole, lines: whole.split("\n") };
  }

  test("leaves one checkpoint without a copy, which is no fault, and which the next run copies", async () => {
    const { ctx, whole, lines } = await crashed();
    writeFileSync(fileOf(ctx), `${lines[0]}\n`);
    expect(await verify(database.owner, ctx)).toMatchObject({ checkpoints: 2, uncopied: 1 });
    expect(await sealTrust(ctx.actor)).toBe(0);
    expect(readFileSync(fileOf(ctx), "utf8")).toBe(whole);
  });

  test("in the middle of the line: likewise", async () => {
    const { ctx, whole, lines } = await crashed();
    writeFileSync(fileOf(ctx), `${lines[0]}\n${lines[1]?.slice(0, 40)}`);
    expect(await verify(database.owner, ctx)).toMatchObject({ uncopied: 1 });
    await append(ctx, "practice:one");
    expect(await sealTrust(ctx.actor)).toBe(1);
    expect(readFileSync(fileOf(ctx), "utf8").startsWith(whole)).toBe(true);
    expect(await verify(database.owner, ctx)).toMatchObject({ checkpoints: 3, uncopied: 0 });
  });

  test("made up for by two at once: the same line twice is no fault", async () => {
    const { ctx, lines } = await crashed();
    appendFileSync(fileOf(ctx), `${lines[0]}\n${lines[1]}\n`);
    expect(await verify(database.owner, ctx)).toMatchObject({ checkpoints: 2, uncopied: 0 });
  });

  test("does not explain two missing copies", async () => {
    const { ctx } = await crashed();
    rmSync(fileOf(ctx));
    await expect(verify(database.owner, ctx)).rejects.toThrow("copies were cut");
  });
});

test("nothing is sealed on a database that is behind its copies, such as one restored too far back", async () => {
  const ctx = await aTrust(database.superuser);
  await append(ctx, "practice:one");
  await sealTrust(ctx.actor);
  const other = await aTrust(database.superuser);
  writeFileSync(fileOf(other), readFileSync(fileOf(ctx), "utf8"));
  await append(other, "practice:one");
  await expect(sealTrust(other.actor)).rejects.toThrow("the database lacks");
  expect(
    await database.superuser`select 1 from audit_checkpoints where trust_id = ${other.actor.trustId}`,
  ).toEqual(expect.objectContaining({ length: 0 }));
});
