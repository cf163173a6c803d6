import { beforeAll, expect, test } from "vitest";
import { setCover, setRequirement } from "@/lib/competencies/requirements/commands";
import { addDays, addMonths, londonDate } from "@/lib/platform/dates";
import { lastInstantOf } from "@/lib/readiness/as-at/rules";
import { getTeamReadiness } from "@/lib/readiness/queries";
import { acceptAuthority, grantAuthority } from "@/lib/sign-off/authority/commands";
import { suspendHolding } from "@/lib/sign-off/holding/commands";
import { actorOf, aKey, contextOf, daysAfter } from "@/tests/factories/context";
import { aHolding, gammaCamera } from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let signedOffAt: Date;

beforeAll(async () => {
  world = await aWorld(database);
  const ctx = await contextOf(world.lead);
  const { teamId, apRoleId: jobRoleId } = world;
  const asked = { teamId, competencyId: world.competency(gammaCamera), validFrom: londonDate(world.at) };
  await setRequirement(ctx, { ...asked, jobRoleId, kind: "mandatory", dueDays: 0 }, aKey());
  await setCover(ctx, { ...asked, shiftPattern: "any", minimum: 1 }, aKey());
  signedOffAt = (await aHolding(world)).at;
});

/** The assistant practitioner's cell, and the team's cover, as their manager sees them. */
async function seen(at: Date, on = londonDate(at), knownAt?: Date) {
  const actor = await actorOf(world.manager, at);
  const { readiness } = await getTeamReadiness(actor, world.teamId, on, knownAt);
  const row = readiness.rows.find(({ staffId }) => staffId === world.ap.staffId);
  return { word: row?.cells[0]?.word, status: row?.cells[0]?.status, cover: readiness.cover[0], readiness };
}

/** The gamma camera is an IR(ME)R task: the signature counts once the employer entitles and the person accepts. */
async function entitle(at: Date): Promise<void> {
  const grant = {
    kind: "entitlement" as const,
    staffId: world.ap.staffId,
    competencyId: world.competency(gammaCamera),
    equipmentId: null,
    document: "EP-7",
    validFrom: londonDate(at),
    lastDay: null,
  };
  const { id } = await grantAuthority(await contextOf(world.authoriser, at), grant, aKey());
  expect(await seen(at)).toMatchObject({ word: "not current" });
  await acceptAuthority(await contextOf(world.ap, at), { authorityId: id }, aKey());
}

test("the team's readiness changes with practice, the signature, and the end of its validity", async () => {
  const before = await seen(world.at, addDays(londonDate(world.at), -1));
  expect(before.readiness.competencyIds).toEqual([]);
  expect(await seen(world.at, londonDate(daysAfter(1)))).toMatchObject({ word: "training" });
  expect(await seen(daysAfter(3), londonDate(daysAfter(3)))).toMatchObject({ word: "training" });
  const on = londonDate(signedOffAt);
  expect(await seen(signedOffAt)).toMatchObject({
    word: "not current",
    status: "competent",
    cover: { short: true },
  });
  await entitle(signedOffAt);
  const after = await seen(signedOffAt);
  expect(after).toMatchObject({ word: "current", cover: { short: false, singleHolder: true } });
  const expiresOn = after.readiness.rows.find(({ staffId }) => staffId === world.ap.staffId)?.cells[0]
    ?.expiresOn;
  expect(expiresOn).toBe(addMonths(on, 12));
  const last = await seen(signedOffAt, expiresOn ?? "");
  expect(last).toMatchObject({ word: "due", cover: { short: false } });
  expect(last.readiness.expiring.within30).toHaveLength(1);
  expect(await seen(signedOffAt, addDays(expiresOn ?? "", 1))).toMatchObject({
    word: "not current",
    status: "expired",
    cover: { short: true, holders: [] },
  });
});

test("a suspension reads not current from its day on, and the days before it stay as they were", async () => {
  const at = daysAfter(40);
  const ctx = await contextOf(world.manager, at);
  const subject = { staffId: world.ap.staffId, competencyId: world.competency(gammaCamera) };
  const why = { reason: "Review after a near miss", incidentReference: "INC-1" };
  await suspendHolding(ctx, { ...subject, ...why }, aKey());
  expect(await seen(at)).toMatchObject({ word: "not current", status: "suspended", cover: { short: true } });
  expect(await seen(at, londonDate(daysAfter(39)))).toMatchObject({ word: "current" });
  const then = lastInstantOf(londonDate(daysAfter(39)));
  expect(await seen(at, londonDate(at), then)).toMatchObject({ word: "current" });
});
