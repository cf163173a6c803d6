import { describe, expect, test } from "vitest";
import { withTrust } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import { entryHash, genesisHash, hashField } from "@/lib/audit/entry";
import { useDatabase } from "@/tests/support/database";
import { append, aTrust, verify } from "./trail";

const database = useDatabase();
const tables = ["audit_heads", "audit_entries", "audit_salts", "audit_checkpoints", "audit_leaves"];

describe("an audit entry", () => {
  test("tells who did what to which record, and keeps values as salted hashes alone", async () => {
    const ctx = await aTrust(database.superuser);
    expect(await append(ctx, "practice:one", "something private")).toBe(1);
    const [row] = await database.superuser`
      select e.*, s.salt from audit_entries e join audit_salts s using (trust_id, stream, seq)
      where e.trust_id = ${ctx.actor.trustId}`;
    const genesis = genesisHash(ctx.actor.trustId, "practice:one");
    expect(row?.prev_hash).toEqual(genesis);
    expect(row?.hash).toEqual(entryHash(genesis, row?.entry));
    expect(row?.salt).toHaveLength(16);
    expect(JSON.parse(row?.entry)).toMatchObject({
      v: 1,
      trust: ctx.actor.trustId,
      stream: "practice:one",
      seq: 1,
      action: "practice.recorded",
      actor: ctx.actor.staffId,
      request: ctx.requestId,
      refs: { staff: ctx.actor.staffId },
      fields: { note: hashField(row?.salt, "note", "something private") },
      at: "2026-05-14T09:30:00.123Z",
    });
    expect(row?.entry).not.toContain("private");
  });

  test("goes with its transaction", async () => {
    const ctx = await aTrust(database.superuser);
    const undone = withTrust(ctx.actor, async (tx) => {
      await recordAudit(tx, ctx, { action: "practice.recorded", stream: "practice:one", refs: {} });
      throw new Error("refused after all");
    });
    await expect(undone).rejects.toThrow("refused after all");
    for (const table of tables) {
      const rows = await database.superuser`select 1 from ${database.superuser(table)}
        where trust_id = ${ctx.actor.trustId}`;
      expect(rows, table).toHaveLength(0);
    }
  });

  test("waits for the one before it: writers at once make one chain", async () => {
    const ctx = await aTrust(database.superuser);
    const numbers = await Promise.all(Array.from({ length: 24 }, () => append(ctx, "practice:one")));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, n) => n + 1));
    expect(await verify(database.owner, ctx)).toMatchObject({ streams: 1, entries: 24, unsealed: 24 });
  });

  test("has its own chain in each trust", async () => {
    const [one, other] = [await aTrust(database.superuser), await aTrust(database.superuser)];
    expect(await append(one, "practice:same")).toBe(1);
    expect(await append(other, "practice:same")).toBe(1);
    expect(await verify(database.owner, one)).toMatchObject({ entries: 1 });
  });
});

describe("the application's role", () => {
  test("can't append outside a trust", async () => {
    const call = database.app`select audit_append('practice:one', 'practice.recorded', '{}', '{}', '\\x00', now())`;
    await expect(call).rejects.toMatchObject({ code: "CS003" });
  });

  test.each(tables)("can neither read nor write %s by itself", async (table) => {
    const { app } = database;
    await expect(app`select * from ${app(table)}`).rejects.toMatchObject({ code: "42501" });
    await expect(app`delete from ${app(table)}`).rejects.toMatchObject({ code: "42501" });
    await expect(app`update ${app(table)} set trust_id = trust_id`).rejects.toMatchObject({ code: "42501" });
    await expect(app`truncate ${app(table)}`).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the owner", () => {
  test.each(tables.slice(1))("can't change %s either", async (table) => {
    const ctx = await aTrust(database.superuser);
    await append(ctx, "practice:one");
    const changed = (verb: "update" | "truncate") =>
      database.owner.begin(async (tx) => {
        await tx`select set_config('app.trust_id', ${ctx.actor.trustId}, true)`;
        if (verb === "truncate") return tx`truncate ${tx(table)}`;
        await tx`insert into audit_leaves values (${ctx.actor.trustId}, 1, 1, 'practice:one', 1)`;
        await tx`insert into audit_checkpoints
          values (${ctx.actor.trustId}, 1, 1, '\\x00', '\\x00', '\\x00', '\\x00', 'none', now())`;
        return tx`update ${tx(table)} set trust_id = trust_id`;
      });
    await expect(changed("update")).rejects.toMatchObject({ code: "CS002" });
    await expect(changed("truncate")).rejects.toMatchObject({ code: "CS002" });
  });
});
