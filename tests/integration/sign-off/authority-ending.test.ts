import { beforeAll, describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { giveRole } from "@/lib/people/roles/commands";
import { londonDate } from "@/lib/platform/dates";
import { acceptAuthority, grantAuthority } from "@/lib/sign-off/authority/commands";
import { endAuthority } from "@/lib/sign-off/authority/ending/commands";
import { getGranted, listGranted } from "@/lib/sign-off/authority/granted/queries";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { actorOf, aKey, contextOf, daysAfter } from "@/tests/factories/context";
import { aHolding, gammaCamera } from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { expectEffect, expectRefused, refusalOf } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let granted: Date;
let later: Date;
let authorityId: string;

/** Entitled, and accepted, for some days. */
beforeAll(async () => {
  world = await aWorld(database);
  ({ at: granted } = await aHolding(world));
  later = daysAfter(10, granted);
  const input = {
    staffId: world.ap.staffId,
    competencyId: world.competency(gammaCamera),
    kind: "entitlement" as const,
    equipmentId: null,
    document: "IRMER-7",
    validFrom: londonDate(granted),
    lastDay: null,
  };
  ({ id: authorityId } = await grantAuthority(await contextOf(world.authoriser, granted), input, aKey()));
  await acceptAuthority(await contextOf(world.ap, granted), { authorityId }, aKey());
});

const end = (ctx: CommandContext, key = aKey(), validUntil = londonDate(later)) =>
  endAuthority(ctx, { id: authorityId, validUntil }, key);
const statusOn = async (day: Date) => {
  const actor = await actorOf(world.ap, later);
  const { standing } = await getCompetencyRecord(
    actor,
    world.ap.staffId,
    world.competency(gammaCamera),
    londonDate(day),
  );
  return standing.authority;
};

describe("ending an authority", () => {
  test("is refused to a lead, a supervisor and the person, and changes nothing", async () => {
    for (const person of [world.lead, world.supervisor]) {
      const ctx = await contextOf(person, later);
      await expectRefused(database, () => end(ctx), "not-authoriser");
    }
    const own = await contextOf(world.ap, later);
    await expectRefused(database, () => end(own), "own-entitlement");
  });

  test("is refused for a day before it began", async () => {
    const ctx = await contextOf(world.authoriser, later);
    await expectRefused(database, () => end(ctx, aKey(), "2026-03-01"), "ends-before-it-begins");
  });

  test("finds nothing from another trust", async () => {
    const { lead } = await aSecondWorld(database);
    await giveRole(
      await contextOf(lead, later),
      { staffId: lead.staffId, role: "authoriser", validFrom: londonDate(later) },
      aKey(),
    );
    const stranger = await contextOf(lead, later);
    await expectRefused(database, () => end(stranger), "fact-not-found");
    const unseen = await refusalOf(getGranted(stranger.actor, authorityId, londonDate(later)));
    expect(unseen.code).toBe("fact-not-found");
    expect((await listGranted(stranger.actor, londonDate(later))).rows).toEqual([]);
  });

  test("writes one row and one audit entry, however often it is sent", async () => {
    const lead = await contextOf(world.lead, later);
    const role = { staffId: world.manager.staffId, role: "authoriser" as const };
    await giveRole(lead, { ...role, validFrom: londonDate(later) }, aKey());
    const other = await contextOf(world.manager, later);
    expect((await listGranted(other.actor, londonDate(later))).rows).toMatchObject([
      { id: authorityId, personName: world.ap.name, acceptedOn: londonDate(granted) },
    ]);
    await expectEffect(database, other, end, { table: "authorities", action: "authority.ended" });
  });

  test("counts up to the day before, still accepted and still by whoever granted it", async () => {
    expect(await statusOn(daysAfter(-1, later))).toBe("entitled");
    expect(await statusOn(later)).toBe("not-entitled");
    const record = await getCompetencyRecord(
      await actorOf(world.ap, later),
      world.ap.staffId,
      world.competency(gammaCamera),
      londonDate(later),
    );
    expect(record.authorities).toMatchObject([
      {
        validUntil: londonDate(later),
        acceptedOn: londonDate(granted),
        grantedByName: world.authoriser.name,
      },
    ]);
    expect((await listGranted(await actorOf(world.authoriser, later), londonDate(later))).rows).toEqual([]);
  });

  test("the timeline tells of the grant, the acceptance and the end, each when it was", async () => {
    const on = londonDate(later);
    const actor = await actorOf(world.ap, later);
    const { timeline } = await getCompetencyRecord(
      actor,
      world.ap.staffId,
      world.competency(gammaCamera),
      on,
    );
    const what = "IR(ME)R entitlement";
    expect(
      timeline.filter(({ kind }) => kind === "authority").map(({ id: _, ...entry }) => entry),
    ).toMatchObject([
      {
        title: `Authority ended by the employer: ${what}`,
        byName: world.manager.name,
        at: later.toISOString(),
      },
      { byName: world.ap.name, at: granted.toISOString() },
      { byName: world.authoriser.name, at: granted.toISOString() },
    ]);
  });

  test("can't be done twice", async () => {
    const ctx = await contextOf(world.authoriser, later);
    await expectRefused(database, () => end(ctx), "fact-not-found");
  });
});

describe("an authority that nobody has accepted yet", () => {
  const until = daysAfter(30, daysAfter(10));
  let first: string;
  beforeAll(async () => {
    const input = {
      staffId: world.ap.staffId,
      competencyId: world.competency(gammaCamera),
      kind: "entitlement" as const,
      equipmentId: null,
      document: "IRMER-8",
      validFrom: londonDate(later),
      lastDay: null,
    };
    ({ id: first } = await grantAuthority(await contextOf(world.authoriser, later), input, aKey()));
  });
  const accept = async (authorityId: string, at = later) =>
    acceptAuthority(await contextOf(world.ap, at), { authorityId }, aKey());

  test("is not accepted on a page from before its end was set, and is on a new one until that day", async () => {
    const ctx = await contextOf(world.authoriser, later);
    const { id } = await endAuthority(ctx, { id: first, validUntil: londonDate(until) }, aKey());
    await expectRefused(database, () => accept(first), "authority-changed");
    await expectRefused(database, () => accept(id, until), "authority-ended");
    await accept(id);
    expect(await statusOn(later)).toBe("entitled");
  });
});

describe("an authority that has not begun", () => {
  const begins = londonDate(daysAfter(60, daysAfter(10)));
  const input = (validFrom: string) => ({
    staffId: world.ap.staffId,
    competencyId: world.competency(gammaCamera),
    kind: "entitlement" as const,
    equipmentId: null,
    document: "IRMER-9",
    validFrom,
    lastDay: null,
  });

  test("never begins once it is ended, is listed no more, and stands in no other's way", async () => {
    const ctx = await contextOf(world.authoriser, later);
    const { id } = await grantAuthority(ctx, input(begins), aKey());
    await endAuthority(ctx, { id, validUntil: null }, aKey());
    const listed = await listGranted(ctx.actor, londonDate(later));
    expect(listed.rows.map(({ document }) => document)).toEqual(["IRMER-8"]);
    await grantAuthority(ctx, input(londonDate(daysAfter(59, daysAfter(10)))), aKey());
  });
});
