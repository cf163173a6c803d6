import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { correctPractice, recordPractice } from "@/lib/evidence/practice/commands";
import { londonDate } from "@/lib/platform/dates";
import { Refusal } from "@/lib/platform/refusals";
import { withdrawRequest } from "@/lib/sign-off/request/commands";
import { recordAndRequest } from "@/lib/sign-off/request/with-practice/commands";
import { aKey, contextOf } from "@/tests/factories/context";
import { practiceFields } from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let requestId: string | undefined;

beforeAll(async () => {
  world = await aWorld(database);
});

/** One request a competency: the next test asks anew. */
afterEach(async () => {
  if (requestId) await withdrawRequest(await contextOf(world.ap), { requestId, seenVersion: 1 }, aKey());
  requestId = undefined;
});

const minutes = (count: number) => new Date(world.at.getTime() + count * 60_000);

async function atForm(minute: number, again?: string): Promise<CommandContext> {
  return { ...(await contextOf(world.ap, minutes(minute))), atForm: { again } };
}

type Typed = Omit<ReturnType<typeof practiceFields>, "submit" | "note"> & { note: string };

function typed(note: string): Typed {
  const { submit: _, ...fields } = practiceFields(world);
  return { ...fields, note };
}

const ways = {
  "as a draft": (ctx: CommandContext, fields: Typed) =>
    recordPractice(ctx, { ...fields, submit: false }, aKey()),
  "to be confirmed": (ctx: CommandContext, fields: Typed) =>
    recordPractice(ctx, { ...fields, submit: true }, aKey()),
  "asking for sign-off": async (ctx: CommandContext, fields: Typed) => {
    const saved = await recordAndRequest(ctx, { ...fields, supervisorId: world.supervisor.staffId }, aKey());
    requestId = saved.requestId;
    return saved;
  },
};

const names = Object.keys(ways) as (keyof typeof ways)[];
const pairs = names.flatMap((first) => names.map((second) => ({ first, second })));

const countOf = async (table: "practices" | "sign_off_requests") => {
  const [row] = await database.superuser`select count(*)::int from ${database.superuser(table)}`;
  return row?.count as number;
};

describe.each(pairs)("practice saved $first and then sent $second", ({ first, second }) => {
  test("is asked about, and nothing is saved", async () => {
    const fields = typed(`${first}, ${second}`);
    const { id } = await ways[first](await atForm(0), fields);
    const before = [await countOf("practices"), await countOf("sign_off_requests")];
    await expect(ways[second](await atForm(1), fields)).rejects.toMatchObject({
      kind: "conflict",
      code: "saved-before",
      params: { id, at: minutes(0).toISOString() },
    });
    expect([await countOf("practices"), await countOf("sign_off_requests")]).toEqual(before);
  });
});

const otherWays = pairs.filter(({ first, second }) => first !== "asking for sign-off" || first !== second);

test.each(otherWays)("saved $first and sent $second as another one, it is saved", async (pair) => {
  const fields = typed(`another: ${pair.first}, ${pair.second}`);
  const saved = await ways[pair.first](await atForm(0), fields);
  const another = await ways[pair.second](await atForm(1, minutes(0).toISOString()), fields);
  expect(another.id).not.toBe(saved.id);
});

test("whatever differs in what is recorded makes it another one, unasked", async () => {
  const fields = typed("Differs");
  const dayAfter = 24 * 60;
  await recordPractice(await atForm(dayAfter), { ...fields, submit: true }, aKey());
  const others: Partial<Parameters<typeof recordPractice>[1]>[] = [
    { performedOn: londonDate(minutes(dayAfter)) },
    { performances: 2 },
    { simulated: true },
    { simulated: true, supervision: "indirect" },
    { observerId: world.secondSupervisor.staffId },
    { outcome: "prompted" },
    { outcome: null, submit: false },
    { note: "Another note" },
    { incidentReference: "INC-1" },
  ];
  for (const change of others) {
    const other = { ...fields, submit: true, ...change };
    await expect(recordPractice(await atForm(dayAfter + 1), other, aKey())).resolves.toHaveProperty("id");
  }
});

test("a draft that is sent by its own form is no second one", async () => {
  const fields = typed("Own form");
  const draft = await recordPractice(await atForm(0), { ...fields, submit: false }, aKey());
  const sent = { ...fields, practiceId: draft.id, submit: true };
  const { id } = await correctPractice(await atForm(1), sent, aKey());
  const again = recordPractice(await atForm(2), { ...fields, submit: true }, aKey());
  await expect(again).rejects.toMatchObject({
    code: "saved-before",
    params: { id, at: minutes(1).toISOString() },
  });
});

test("what was changed since is asked about still, though it can't be shown any more", async () => {
  const fields = typed("Changed");
  const { id: practiceId } = await recordPractice(await atForm(0), { ...fields, submit: true }, aKey());
  const changed = { ...fields, performances: 3, practiceId, submit: true };
  const { id } = await correctPractice(await atForm(1), changed, aKey());
  const asBefore = recordPractice(await atForm(2), { ...fields, submit: true }, aKey());
  await expect(asBefore).rejects.toMatchObject({ code: "saved-before", params: { id: null } });
  const asAfter = recordPractice(await atForm(2), { ...fields, performances: 3, submit: true }, aKey());
  await expect(asAfter).rejects.toMatchObject({ code: "saved-before", params: { id } });
});

test("sent in two ways at once it is saved once and asked about once, ten times", async () => {
  const ctx = await atForm(0);
  for (let round = 0; round < 10; round += 1) {
    const fields = typed(`at once ${round}`);
    const tries = [ways["as a draft"](ctx, fields), ways["to be confirmed"](ctx, fields)];
    const results = await Promise.allSettled(tries);
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused.map((reason) => reason instanceof Refusal && reason.code)).toEqual(["saved-before"]);
  }
});
