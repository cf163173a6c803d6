import { beforeAll, expect, test } from "vitest";
import { answerPractice } from "@/lib/evidence/practice/answers/commands";
import { listUnfinishedPractices } from "@/lib/evidence/practice/choices/queries";
import { londonDate } from "@/lib/platform/dates";
import { actorOf, aKey, contextOf, daysAfter } from "@/tests/factories/context";
import { aPractice } from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await aWorld(database);
});

test("what was not confirmed is to do until practice of that competency is recorded again", async () => {
  const at = daysAfter(1, world.at);
  const practiceId = await aPractice(world, { at });
  const input = { practiceId, answer: "refuse" as const, reason: "Another day" };
  await answerPractice(await contextOf(world.supervisor, at), input, aKey());
  const toDo = async () => {
    const on = daysAfter(3, world.at);
    const rows = await listUnfinishedPractices(await actorOf(world.ap, on), londonDate(on));
    return rows.map(({ id }) => id);
  };
  expect(await toDo()).toEqual([practiceId]);
  await aPractice(world, { at: daysAfter(2, world.at), code: "NUC-ID" });
  expect(await toDo()).toEqual([practiceId]);
  await aPractice(world, { at: daysAfter(2, world.at) });
  expect(await toDo()).toEqual([]);
});
