import { beforeAll, describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { giveRole } from "@/lib/people/roles/commands";
import { addDays, formatDate, londonDate } from "@/lib/platform/dates";
import { acceptAuthority, grantAuthority } from "@/lib/sign-off/authority/commands";
import { endAuthority } from "@/lib/sign-off/authority/ending/commands";
import { findEnded, getGranted, listGranted } from "@/lib/sign-off/authority/granted/queries";
import { endedSentence } from "@/lib/sign-off/authority/words";
import { getCompetencyRecord, listRecord } from "@/lib/sign-off/record/queries";
import { signOffRefusals } from "@/lib/sign-off/words";
import { actorOf, aKey, contextOf, daysAfter, type Person } from "@/tests/factories/context";
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

const reason = "Moved to a post without the camera";
const dayBefore = (day: Date) => addDays(londonDate(day), -1);
const end = (ctx: CommandContext, key = aKey(), lastDay = dayBefore(later)) =>
  endAuthority(ctx, { authorityId, lastDay, reason }, key);
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
    await expectRefused(database, () => end(ctx, aKey(), "2026-03-01"), "authority-ends-before-it-begins");
  });

  test("is refused for days on which it was accepted and in force", async () => {
    const ctx = await contextOf(world.authoriser, later);
    const early = [addDays(dayBefore(later), -1), dayBefore(granted)];
    for (const lastDay of early) {
      const refusal = await expectRefused(database, () => end(ctx, aKey(), lastDay), "authority-has-held");
      expect(refusal.field).toBe("lastDay");
    }
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
    const named = async (name: string) =>
      (await listGranted(other.actor, londonDate(later), { name })).rows.map(({ id }) => id);
    expect(await named(` ${world.ap.name.split(" ").at(-1)?.slice(0, 3).toUpperCase()}`)).toEqual([
      authorityId,
    ]);
    expect(await named("%")).toEqual([]);
    expect(await named("Somebody else")).toEqual([]);
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
        ended: { byName: world.manager.name, reason },
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
        title: `Authority ended, last day ${formatDate(dayBefore(later))}: ${what}`,
        byName: world.manager.name,
        detail: `IRMER-7\n${reason}`,
        at: later.toISOString(),
      },
      { byName: world.ap.name, at: granted.toISOString() },
      { byName: world.authoriser.name, at: granted.toISOString() },
    ]);
  });

  test("tells the person and, where somebody else ended it, whoever granted it", async () => {
    const told = await database.superuser`select to_staff_id from outbox where kind = 'authority.ended'
      and trust_id = ${world.trustId}`;
    const staffIds = told.map(({ to_staff_id: staffId }) => staffId);
    expect(staffIds.sort()).toEqual([world.ap.staffId, world.authoriser.staffId].sort());
  });

  test("tells the reason to the person on home, and not to a reader of the whole trust", async () => {
    const home = await listRecord(await actorOf(world.ap, later), world.ap.staffId, londonDate(later));
    const steps = home.frameworks.flatMap(({ items }) => items.map(({ standing }) => standing.nextStep));
    expect(steps).toContainEqual(
      expect.objectContaining({
        code: "authority-ended",
        params: { endedOn: londonDate(later), reason },
      }),
    );
    const lead = await actorOf(world.lead, later);
    const record = await getCompetencyRecord(
      lead,
      world.ap.staffId,
      world.competency(gammaCamera),
      londonDate(later),
    );
    const list = await listRecord(lead, world.ap.staffId, londonDate(later));
    expect(record.standing.nextStep?.code).toBe("authority-ended");
    expect(JSON.stringify([record, list])).not.toContain(reason);
  });

  test("the page after it says whose ended, to its authorisers alone", async () => {
    const [row] = await database.superuser`select id from authorities where ended_reason = ${reason}`;
    const found = async (person: Person) =>
      findEnded(await actorOf(person, later), String(row?.id), londonDate(later));
    const told = await found(world.authoriser);
    expect(told && endedSentence(told)).toBe(
      `The authority of ${world.ap.name} for “${told?.competencyTitle}” ends: its last day is ${formatDate(dayBefore(later))}`,
    );
    for (const other of [world.lead, world.ap, world.supervisor]) expect(await found(other)).toBeNull();
    expect(
      await findEnded(await actorOf(world.authoriser, later), authorityId, londonDate(later)),
    ).toBeNull();
  });

  test("can't be done twice", async () => {
    const ctx = await contextOf(world.authoriser, later);
    await expectRefused(database, () => end(ctx), "fact-not-found");
  });
});

describe("an authority that nobody has accepted yet", () => {
  const until = daysAfter(30, daysAfter(10));
  let first: string;
  let current: string;
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
    const ending = { authorityId: first, lastDay: dayBefore(until), reason };
    const { id } = await endAuthority(ctx, ending, aKey());
    await expectRefused(database, () => accept(first), "authority-changed");
    await expectRefused(database, () => accept(id, until), "authority-ended");
    await accept(id);
    expect(await statusOn(later)).toBe("entitled");
    current = id;
  });

  test("its end moves earlier, and neither later nor to the same day", async () => {
    const ctx = await contextOf(world.authoriser, later);
    const move = (days: number, key = aKey()) =>
      endAuthority(ctx, { authorityId: current, lastDay: addDays(dayBefore(until), days), reason }, key);
    for (const days of [0, 1, 400]) {
      const refusal = await expectRefused(database, () => move(days), "authority-only-sooner");
      expect(refusal.field).toBe("lastDay");
      expect(signOffRefusals[refusal.code]?.(refusal.params)).toContain(
        "a new authority has to be granted and accepted anew",
      );
    }
    await move(-5);
    expect(await statusOn(daysAfter(-6, until))).toBe("entitled");
    expect(await statusOn(daysAfter(-5, until))).toBe("not-entitled");
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
    const takenBack = { authorityId: id, lastDay: addDays(begins, -1), reason };
    await endAuthority(ctx, takenBack, aKey());
    const listed = await listGranted(ctx.actor, londonDate(later));
    expect(listed.rows.map(({ document }) => document)).toEqual(["IRMER-8"]);
    await grantAuthority(ctx, input(londonDate(daysAfter(59, daysAfter(10)))), aKey());
  });
});
