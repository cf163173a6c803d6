import { beforeAll, describe, expect, test } from "vitest";
import { answerPractice } from "@/lib/evidence/practice/answers/commands";
import { listPractisedOn } from "@/lib/evidence/practice/choices/queries";
import { recordPractice } from "@/lib/evidence/practice/commands";
import { withdrawPractice } from "@/lib/evidence/practice/withdrawals/commands";
import { addEquipment } from "@/lib/people/places/commands";
import { londonDate } from "@/lib/platform/dates";
import { actorOf, aKey, contextOf } from "@/tests/factories/context";
import { aConfirmedPractice, gammaCamera, practiceFields } from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let meterId: string;

beforeAll(async () => {
  world = await aWorld(database);
  const { siteId, at } = world;
  const meter = { siteId, code: "GM1", make: "Droplet", model: "Glucose meter 3", validFrom: londonDate(at) };
  ({ id: meterId } = await addEquipment(await contextOf(world.lead), meter, aKey()));
});

const practisedOn = async (code = gammaCamera) =>
  listPractisedOn(await actorOf(world.supervisor), world.competency(code));
const onTheMeter = async () => {
  const fields = { ...practiceFields(world), equipmentId: meterId };
  return (await recordPractice(await contextOf(world.ap), fields, aKey())).id;
};

describe("the equipment that a competency has been practised on", () => {
  test("is none at first, whatever stands at the site", async () => {
    expect(await practisedOn()).toEqual([]);
  });

  test("is what anybody's confirmed practice was on, for that competency alone", async () => {
    await aConfirmedPractice(world);
    expect(await practisedOn()).toEqual([world.equipmentId]);
    expect(await practisedOn("NUC-ID")).toEqual([]);
  });

  test("and never what awaits an answer, was refused or withdrawn", async () => {
    const refusedId = await onTheMeter();
    expect(await practisedOn()).toEqual([world.equipmentId]);
    const supervisor = await contextOf(world.supervisor);
    const no = { practiceId: refusedId, answer: "refuse" as const, reason: "That is a glucose meter" };
    await answerPractice(supervisor, no, aKey());
    expect(await practisedOn()).toEqual([world.equipmentId]);
    const practiceId = await onTheMeter();
    await answerPractice(supervisor, { practiceId, answer: "confirm", reason: null }, aKey());
    expect(await practisedOn()).toContain(meterId);
    await withdrawPractice(supervisor, { practiceId, reason: "That is a glucose meter" }, aKey());
    expect(await practisedOn()).toEqual([world.equipmentId]);
  });

  test("is nothing to another trust", async () => {
    const { lead } = await aSecondWorld(database);
    expect(await listPractisedOn(await actorOf(lead), world.competency(gammaCamera))).toEqual([]);
  });
});
