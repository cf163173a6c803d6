import { beforeAll, expect, test } from "vitest";
import { sites } from "@/db/schema";
import { withTrust } from "@/db/tenant";
import { recordPractice } from "@/lib/evidence/practice/commands";
import { listPracticesToConfirm } from "@/lib/evidence/practice/queries";
import { addSite } from "@/lib/people/places/commands";
import { londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { actorOf, aKey, contextOf } from "@/tests/factories/context";
import { aHolding, gammaCamera, practiceFields } from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { refusalOf } from "@/tests/support/command-proofs";
import type { TestDatabase } from "@/tests/support/database";

/** The spine of the product: set up a trust, practise, ask, sign, and keep another trust out; then all at once. */
export function proveJourney(database: TestDatabase): void {
  let own: World;
  let other: World;

  beforeAll(async () => {
    own = await aWorld(database, { ods: "ZZA" });
    other = await aWorld(database, { ods: "ZZB" });
  });

  test("practice becomes a signed-off competency, which another trust does not see", async () => {
    for (const world of [own, other]) {
      const { at } = await aHolding(world);
      const what = [world.ap.staffId, world.competency(gammaCamera), londonDate(at)] as const;
      const record = await getCompetencyRecord(await actorOf(world.ap, at), ...what);
      expect(record.standing).toMatchObject({ status: "competent", authority: "not-entitled" });
      const stranger = await actorOf((world === own ? other : own).lead, at);
      expect((await refusalOf(getCompetencyRecord(stranger, ...what))).kind).toBe("not-found");
    }
  });

  test("forty commands of two trusts at once keep to their own trust", async () => {
    const asked = [];
    for (const world of [own, other]) {
      const [ap, lead] = [await contextOf(world.ap), await contextOf(world.lead)];
      for (let place = 0; place < 10; place += 1) {
        const site = { code: `AT-${place}`, name: `Site ${place} of ${world.ods}` };
        asked.push(() => addSite(lead, site, aKey()));
        asked.push(() => recordPractice(ap, practiceFields(world), aKey()));
      }
    }
    const saved = await Promise.all(asked.map((ask) => ask()));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(40);
    for (const world of [own, other]) await expectOwnRows(database, world);
  });
}

async function expectOwnRows({ superuser }: TestDatabase, world: World): Promise<void> {
  const [lead, supervisor] = [await actorOf(world.lead), await actorOf(world.supervisor)];
  const reads = Array.from({ length: 20 }, () => withTrust(lead, (tx) => tx.select().from(sites)));
  for (const rows of await Promise.all(reads)) {
    expect(rows).toHaveLength(11);
    expect(new Set(rows.map(({ trustId }) => trustId))).toEqual(new Set([world.trustId]));
  }
  const waiting = await listPracticesToConfirm(supervisor, londonDate(world.at));
  expect(waiting).toHaveLength(10);
  const [left] = await superuser`select
    (select count(*)::int from practices where trust_id = ${world.trustId}) as practices,
    (select count(*)::int from audit_entries where trust_id = ${world.trustId} and action = 'practice.recorded') as audited,
    (select count(*)::int from outbox where trust_id = ${world.trustId} and kind = 'practice.submitted') as told`;
  expect(left).toEqual({ practices: 13, audited: 13, told: 13 });
}
