import { beforeAll, describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { recordPractice, recordWatchedPractice } from "@/lib/evidence/practice/commands";
import { commentOnPractice } from "@/lib/evidence/practice/comments/commands";
import { Refusal } from "@/lib/platform/refusals";
import { restrictHolding } from "@/lib/sign-off/holding/commands";
import { recordAndRequest } from "@/lib/sign-off/request/with-practice/commands";
import { aKey, contextOf, type Person } from "@/tests/factories/context";
import { aStaffMember } from "@/tests/factories/people";
import { aHolding, aPractice, gammaCamera, practiceFields } from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await aWorld(database);
});

const minutes = (count: number) => new Date(world.at.getTime() + count * 60_000);

/** Whoever sends a form; `again` once they were asked. */
async function atForm(person: Person, at: Date, again?: string): Promise<CommandContext> {
  return { ...(await contextOf(person, at)), atForm: { again } };
}

const typed = (note: string) => ({ ...practiceFields(world), note });

const practicesWith = async (note: string) => {
  const rows = await database.superuser`select count(*)::int from practices where note = ${note}`;
  return rows[0]?.count;
};

const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === "rejected" && result.reason instanceof Refusal ? result.reason.code : result.status;

describe("the same practice under another key", () => {
  test("is asked about once, with what was saved and when, and saved when confirmed", async () => {
    const saved = await recordPractice(await atForm(world.ap, minutes(0)), typed("asked"), aKey());
    const at = minutes(0).toISOString();
    const key = aKey();
    const again = recordPractice(await atForm(world.ap, minutes(5)), typed("asked"), key);
    await expect(again).rejects.toMatchObject({
      kind: "conflict",
      code: "saved-before",
      params: { id: saved.id, at },
    });
    expect(await practicesWith("asked")).toBe(1);

    const sure = await atForm(world.ap, minutes(6), at);
    const second = await recordPractice(sure, typed("asked"), key);
    expect(await recordPractice(sure, typed("asked"), key)).toEqual(second);
    expect(await practicesWith("asked")).toBe(2);

    const third = recordPractice(await atForm(world.ap, minutes(7), at), typed("asked"), aKey());
    await expect(third, "a yes is for what one was told of alone").rejects.toMatchObject({
      code: "saved-before",
      params: { id: second.id },
    });
  });

  test("under its own key gets the stored answer, unasked", async () => {
    const ctx = await atForm(world.ap, minutes(0));
    const key = aKey();
    const saved = await recordPractice(ctx, typed("same key"), key);
    expect(await recordPractice(ctx, typed("same key"), key)).toEqual(saved);
    expect(await practicesWith("same key")).toBe(1);
  });

  test("with something else in it, after half an hour, or by whom nobody can ask, is not asked about", async () => {
    await recordPractice(await atForm(world.ap, minutes(0)), typed("later"), aKey());
    await recordPractice(await atForm(world.ap, minutes(1)), { ...typed("later"), performances: 2 }, aKey());
    await recordPractice(await atForm(world.ap, minutes(31)), typed("later"), aKey());
    await recordPractice(await contextOf(world.ap, minutes(32)), typed("later"), aKey());
    expect(await practicesWith("later")).toBe(4);
  });

  test("of another person is no concern of theirs", async () => {
    const lead = await contextOf(world.lead);
    const colleague = await aStaffMember(database.owner, lead, {
      roles: [{ role: "assistant-practitioner" }],
    });
    await recordPractice(await atForm(world.ap, minutes(0)), typed("alike"), aKey());
    await recordPractice(await atForm(colleague, minutes(1)), typed("alike"), aKey());
    expect(await practicesWith("alike")).toBe(2);
  });

  test("sent twice at once is saved once and asked about once, twenty times", async () => {
    const ctx = await atForm(world.ap, minutes(0));
    for (let round = 0; round < 20; round += 1) {
      const note = `at once ${round}`;
      const tries = [1, 2].map(() => recordPractice(ctx, typed(note), aKey()));
      const results = await Promise.allSettled(tries);
      expect(results.map(codeOf).sort()).toEqual(["fulfilled", "saved-before"]);
      expect(await practicesWith(note)).toBe(1);
    }
  });

  test("that now asks for sign-off too is asked about, and leads to the practice", async () => {
    const saved = await recordPractice(await atForm(world.ap, minutes(0)), typed("both ways"), aKey());
    const { submit: _, ...practice } = typed("both ways");
    const input = { ...practice, supervisorId: world.supervisor.staffId };
    const asked = recordAndRequest(await atForm(world.ap, minutes(1)), input, aKey());
    await expect(asked).rejects.toMatchObject({ code: "saved-before", params: { id: saved.id } });
    expect(await practicesWith("both ways")).toBe(1);
  });
});

test("a comment is asked about too", async () => {
  const practiceId = await aPractice(world);
  const input = { practiceId, text: "It was the old camera" };
  await commentOnPractice(await atForm(world.ap, minutes(0)), input, aKey());
  const again = commentOnPractice(await atForm(world.ap, minutes(1)), input, aKey());
  await expect(again).rejects.toMatchObject({ code: "saved-before", params: { id: practiceId } });
});

test("practice that one watched, and a restriction, are asked about too", async () => {
  const { observerId: _o, submit: _s, ...fields } = practiceFields(world);
  const watched = { ...fields, staffId: world.ap.staffId, note: "Watched" };
  const { id } = await recordWatchedPractice(await atForm(world.supervisor, minutes(0)), watched, aKey());
  const watchedAgain = recordWatchedPractice(await atForm(world.supervisor, minutes(1)), watched, aKey());
  await expect(watchedAgain).rejects.toMatchObject({ code: "saved-before", params: { id } });
  expect(await practicesWith("Watched")).toBe(1);

  const { at } = await aHolding(world);
  const limits = { siteId: null, equipmentId: null, supervision: null, limits: "Not on nights" };
  const { staffId } = world.ap;
  const reason = { reason: "Two near misses", incidentReference: null };
  const restriction = { staffId, competencyId: world.competency(gammaCamera), ...limits, ...reason };
  await restrictHolding(await atForm(world.manager, at), restriction, aKey());
  const again = restrictHolding(await atForm(world.manager, at), restriction, aKey());
  await expect(again).rejects.toMatchObject({ code: "saved-before" });
});

test("the look-up goes by the index, however much has been saved", async () => {
  const { staffId } = world.ap;
  const { trustId } = (await contextOf(world.ap)).actor;
  const rows = database.superuser;
  await rows`insert into idempotency_keys (trust_id, staff_id, action, key, body_hash, result, created_at)
    select ${trustId}, ${staffId}, 'other.' || n % 50, gen_random_uuid(), sha256(n::text::bytea), 'null', now()
    from generate_series(1, 20000) n`;
  await rows`analyze idempotency_keys`;
  const plan = await rows`explain select result from idempotency_keys where trust_id = ${trustId}
    and staff_id = ${staffId} and action = 'practice.record' and body_hash in (sha256('1'), sha256('2'))
    and created_at between now() - interval '30 minutes' and now()`;
  expect(JSON.stringify(plan)).toMatch(/Index|Bitmap/);
  expect(JSON.stringify(plan)).not.toContain("Seq Scan");
});
