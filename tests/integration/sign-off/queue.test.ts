import { beforeAll, describe, expect, test } from "vitest";
import { answerPractice } from "@/lib/evidence/practice/answers/commands";
import { londonDate } from "@/lib/platform/dates";
import { getDecisionPage } from "@/lib/sign-off/decision/queries";
import { remedySentence } from "@/lib/sign-off/decision/words";
import { countWaiting } from "@/lib/sign-off/queue/people/queries";
import { listQueue } from "@/lib/sign-off/queue/queries";
import { actorOf, aKey, contextOf, daysAfter, type Person } from "@/tests/factories/context";
import { aStaffMember } from "@/tests/factories/people";
import { aPractice, aRequest } from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
const other = "NUC-ID";
let world: World;
const ids = { older: "", request: "", practice: "", later: "", second: "" };

beforeAll(async () => {
  world = await aWorld(database);
  const on = (day: number) => daysAfter(day, world.at);
  ids.older = await aPractice(world, { code: other, at: on(1) });
  ids.request = await aRequest(world, on(2));
  ids.later = await aPractice(world, { code: other, at: on(3) });
  ids.practice = await aPractice(world, { at: on(4) });
  ids.second = await aPractice(world, { at: on(5) });
});

async function queueOf(person: Person) {
  return listQueue(await actorOf(person), londonDate(daysAfter(6, world.at)));
}

describe("what is under way for people", () => {
  const counts = async (person: Person) =>
    countWaiting(
      await actorOf(person),
      [world.ap.staffId, world.supervisor.staffId],
      londonDate(daysAfter(6, world.at)),
    );
  const all = { toConfirm: 4, toDecide: 1, returned: 0 };

  test("is counted for whoever may see their record", async () => {
    for (const person of [world.supervisor, world.manager, world.lead]) {
      expect([...(await counts(person))]).toEqual([[world.ap.staffId, all]]);
    }
  });

  test("and for nobody else, here or in another trust", async () => {
    const second = await aSecondWorld(database, "ZZC");
    const colleague = await aStaffMember(database.owner, await contextOf(world.lead));
    expect((await counts(colleague)).size).toBe(0);
    expect((await counts(second.lead)).size).toBe(0);
  });
});

describe("the queue", () => {
  test("practice that a request rests on stands above it; otherwise the oldest is first", async () => {
    const { rows, practices, requests } = await queueOf(world.supervisor);
    expect(rows.map(({ id }) => id)).toEqual([ids.older, ids.practice, ids.second, ids.request, ids.later]);
    expect([practices, requests]).toEqual([4, 1]);
  });

  test("the request names the practice to confirm first, and no other row does", async () => {
    const { rows } = await queueOf(world.supervisor);
    const marked = rows.filter(({ confirmFirst }) => confirmFirst);
    expect(marked).toMatchObject([{ id: ids.request, confirmFirst: { id: ids.practice, count: 2 } }]);
  });

  test("the page of the request names the practice to confirm, and that as what would meet the rule", async () => {
    const at = daysAfter(6, world.at);
    const { toConfirm, checks } = await getDecisionPage(await actorOf(world.supervisor), ids.request, at);
    expect(toConfirm.map(({ id }) => id)).toEqual([ids.second, ids.practice]);
    const rule = checks.find(({ code }) => code === "practice-met");
    expect(rule && remedySentence(rule)).toBe(
      "Confirm the practice that you watched first: 2 records of this request wait for you",
    );
    const colleague = await getDecisionPage(await actorOf(world.secondSupervisor), ids.request, at);
    expect(colleague.toConfirm).toEqual([]);
  });

  test("a colleague who watched none of it has nothing to confirm first", async () => {
    const { rows } = await queueOf(world.secondSupervisor);
    expect(rows).toMatchObject([{ id: ids.request, confirmFirst: null, colleagueName: "Bryn Calder" }]);
  });

  test("once it is answered the request stands alone in its place", async () => {
    const ctx = await contextOf(world.supervisor, daysAfter(6, world.at));
    for (const practiceId of [ids.practice, ids.second]) {
      await answerPractice(ctx, { practiceId, answer: "confirm", reason: null }, aKey());
    }
    const { rows } = await queueOf(world.supervisor);
    expect(rows.map(({ id }) => id)).toEqual([ids.older, ids.request, ids.later]);
    expect(rows.every(({ confirmFirst }) => confirmFirst === null)).toBe(true);
  });

  test("recorded and asked for at one instant, the practice comes first", async () => {
    const at = daysAfter(7, world.at);
    const request = await aRequest(world, at, other);
    const practice = await aPractice(world, { code: other, at });
    const { rows } = await listQueue(await actorOf(world.supervisor), londonDate(at));
    const order = rows.map(({ id }) => id);
    expect(order.indexOf(practice)).toBeLessThan(order.indexOf(request));
  });

  test("another trust has none of it", async () => {
    const second = await aSecondWorld(database);
    expect((await queueOf(second.lead)).rows).toEqual([]);
  });
});
