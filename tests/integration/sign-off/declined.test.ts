import { beforeAll, describe, expect, test } from "vitest";
import { londonDate } from "@/lib/platform/dates";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { listDeclined } from "@/lib/sign-off/record/declined/queries";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { stepTaker } from "@/lib/sign-off/record/words";
import { getOwnRequest } from "@/lib/sign-off/request/queries";
import { actorOf, aKey, contextOf, daysAfter, type Person } from "@/tests/factories/context";
import { aProof, aRequest, decisionOn, gammaCamera } from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
const reason = "Work with me on two more mornings first";
let world: World;
let at: Date;

beforeAll(async () => {
  world = await aWorld(database);
  at = daysAfter(1, world.at);
  await decline(at);
});

async function decline(on: Date): Promise<void> {
  const requestId = await aRequest(world, on);
  const { requestId: id, seenVersion, seenEvidenceHash } = await decisionOn(requestId, world.supervisor, on);
  const decision = { requestId: id, seenVersion, seenEvidenceHash, outcome: "decline" as const, reason };
  await decideSignOff(await contextOf(world.supervisor, on), decision, aProof(world.supervisor, on), aKey());
}

async function declinedFor(person: Person, days = 0) {
  return listDeclined(await actorOf(person, at), londonDate(daysAfter(days, at)));
}

describe("declined requests", () => {
  test("are named to the person with who, when and why", async () => {
    expect(await declinedFor(world.ap)).toMatchObject([
      {
        competencyId: world.competency(gammaCamera),
        declinedOn: londonDate(at),
        byName: "Bryn Calder",
        capacity: "radiographer, approved assessor",
        reason,
      },
    ]);
  });

  test("for 28 days", async () => {
    expect(await declinedFor(world.ap, 28)).toHaveLength(1);
    expect(await declinedFor(world.ap, 29)).toEqual([]);
  });

  test("for longer on the page of the competency itself, whose next step speaks of the reason", async () => {
    const actor = await actorOf(world.ap, at);
    const on = londonDate(daysAfter(100, at));
    expect(await listDeclined(actor, on, world.competency(gammaCamera))).toMatchObject([{ reason }]);
  });

  test("the timeline keeps the reason for ever", async () => {
    const actor = await actorOf(world.ap, at);
    const on = londonDate(daysAfter(100, at));
    const { timeline } = await getCompetencyRecord(
      actor,
      world.ap.staffId,
      world.competency(gammaCamera),
      on,
    );
    expect(timeline).toMatchObject([
      {
        title: "Request declined",
        byName: "Bryn Calder (radiographer, approved assessor)",
        detail: reason,
        signatureId: expect.any(String),
      },
      { title: "Sign-off asked for", byName: "Amara Okafor", signatureId: null },
    ]);
    const [declined] = await listDeclined(actor, on, world.competency(gammaCamera));
    expect(timeline[0]?.signatureId).toBe(declined?.signatureId);
    const { steps } = await getOwnRequest(actor, declined?.requestId ?? "");
    expect(steps.map(stepTaker)).toEqual(["Bryn Calder (radiographer, approved assessor)", "Amara Okafor"]);
  });

  test("nobody else is told, here or in another trust", async () => {
    const second = await aSecondWorld(database);
    expect(await declinedFor(world.supervisor)).toEqual([]);
    expect(await declinedFor(world.manager)).toEqual([]);
    expect(await declinedFor(second.lead)).toEqual([]);
  });

  test("only of the competency that is looked at", async () => {
    const actor = await actorOf(world.ap, at);
    expect(await listDeclined(actor, londonDate(at), world.competency(gammaCamera))).toHaveLength(1);
    expect(await listDeclined(actor, londonDate(at), world.competency("NUC-ID"))).toEqual([]);
  });

  test("until the person asks again", async () => {
    await aRequest(world, daysAfter(2, at));
    expect(await declinedFor(world.ap, 2)).toEqual([]);
  });
});
