import { beforeAll, describe, expect, test } from "vitest";
import { londonDate } from "@/lib/platform/dates";
import { suspendHolding } from "@/lib/sign-off/holding/commands";
import { reinstateHolding } from "@/lib/sign-off/holding/reinstatement/commands";
import { getReinstatementPage } from "@/lib/sign-off/holding/reinstatement/queries";
import { listQueue } from "@/lib/sign-off/queue/queries";
import { actorOf, aKey, contextOf, daysAfter, type Person } from "@/tests/factories/context";
import { aHolding, aProof, gammaCamera } from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let at: Date;

const subject = () => ({ staffId: world.ap.staffId, competencyId: world.competency(gammaCamera) });
const queueOf = async (person: Person, on = at) => listQueue(await actorOf(person, on), londonDate(on));

beforeAll(async () => {
  world = await aWorld(database);
  ({ at } = await aHolding(world));
});

describe("what stands suspended waits for whoever may reassess", () => {
  test("nothing waits before", async () => {
    expect(await queueOf(world.supervisor)).toMatchObject({ rows: [], reviews: 0 });
  });

  test("each supervisor of the person is told, once, and led to the record", async () => {
    at = daysAfter(1, at);
    await suspendHolding(
      await contextOf(world.manager, at),
      { ...subject(), reason: "To be seen again", incidentReference: null },
      aKey(),
    );
    for (const supervisor of [world.supervisor, world.secondSupervisor]) {
      const { rows, reviews, requests, practices } = await queueOf(supervisor);
      expect(rows).toMatchObject([{ kind: "suspended", ...subject() }]);
      expect([reviews, requests, practices]).toEqual([1, 0, 0]);
    }
  });

  test("nobody else is, in this trust or another", async () => {
    const second = await aSecondWorld(database);
    for (const person of [world.ap, world.manager, world.lead, second.lead]) {
      expect(await queueOf(person)).toMatchObject({ rows: [], reviews: 0 });
    }
  });

  test("once reinstated it waits no longer", async () => {
    at = daysAfter(1, at);
    const ctx = await contextOf(world.supervisor, at);
    const { review } = await getReinstatementPage(ctx.actor, subject(), londonDate(at));
    const input = { ...subject(), seenEventId: review?.id ?? "", reason: "Watched again, all sound" };
    await reinstateHolding(ctx, input, aProof(world.supervisor, at), aKey());
    expect(await queueOf(world.supervisor)).toMatchObject({ rows: [], reviews: 0 });
  });
});
