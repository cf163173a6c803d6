import { beforeAll, describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { setRequirement } from "@/lib/competencies/requirements/commands";
import { addDays, londonDate } from "@/lib/platform/dates";
import { lastInstantOf } from "@/lib/readiness/as-at/rules";
import { getTeamReadiness } from "@/lib/readiness/queries";
import { acceptAuthority, grantAuthority } from "@/lib/sign-off/authority/commands";
import { listWaitingForAuthority } from "@/lib/sign-off/authority/waiting/queries";
import { restedOnVoided } from "@/lib/sign-off/authority/words";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { type Voiding, voidSignOff } from "@/lib/sign-off/holding/voiding/commands";
import { listEndedByVoid } from "@/lib/sign-off/holding/voiding/queries";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { getSignature } from "@/lib/sign-off/signature/queries";
import { actorOf, aKey, contextOf, daysAfter, type Person } from "@/tests/factories/context";
import {
  aCompleteEvidence,
  aHolding,
  aProof,
  aRequest,
  decisionOn,
  gammaCamera,
} from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { expectEffect, expectRefused, refusalOf } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
const reason = "Meant for a colleague of the same name";
let world: World;
let signed: Date;
let voidedAt: Date;
let signatureId: string;

/** Signed off and entitled for ten days; a further authority, for one camera, begins in a month. */
beforeAll(async () => {
  world = await aWorld(database);
  const asked = { teamId: world.teamId, jobRoleId: world.apRoleId, kind: "mandatory" as const };
  const rule = { ...asked, competencyId: world.competency(gammaCamera), dueDays: 90 };
  const lead = await contextOf(world.lead);
  await setRequirement(lead, { ...rule, validFrom: londonDate(world.at) }, aKey());
  ({ at: signed, signatureId } = await aHolding(world));
  voidedAt = daysAfter(10, signed);
  await entitle(world, signed, { accepted: true });
  await entitle(world, signed, { accepted: false, from: addDays(londonDate(signed), 40) });
});

const subjectOf = ({ ap, competency }: World) => ({
  staffId: ap.staffId,
  competencyId: competency(gammaCamera),
});
const proofOf = ({ actor, now }: CommandContext) => aProof({ staffId: actor.staffId } as Person, now);

async function entitle(given: World, at: Date, { accepted = true, from = londonDate(at) }) {
  const grant = { kind: "entitlement" as const, lastDay: null, document: "IRMER-7", validFrom: from };
  const equipmentId = accepted ? null : given.equipmentId;
  const input = { ...grant, ...subjectOf(given), equipmentId };
  const { id } = await grantAuthority(await contextOf(given.authoriser, at), input, aKey());
  if (accepted) await acceptAuthority(await contextOf(given.ap, at), { authorityId: id }, aKey());
}

async function signOffAgain(given: World, at: Date): Promise<string> {
  const requestId = await aRequest(given, at);
  const decision = await decisionOn(requestId, given.supervisor, at);
  const signer = await contextOf(given.supervisor, at);
  const again = await decideSignOff(signer, decision, aProof(given.supervisor, at), aKey());
  return again.signatureId;
}

const authoritiesOf = ({ trustId }: World) =>
  database.superuser`select valid_from, valid_until::text, ended_reason, granted_by_id, recorded_by_id,
      exists (select from authority_acceptances a where a.authority_id = authorities.id) as accepted
    from authorities where trust_id = ${trustId} and superseded_at is null order by valid_from`;
const recordOn = async (given: World, reader: Person, at: Date) =>
  getCompetencyRecord(
    await actorOf(reader, at),
    given.ap.staffId,
    given.competency(gammaCamera),
    londonDate(at),
  );
const cellOn = async (day: Date, knownAt?: Date) => {
  const manager = await actorOf(world.manager, voidedAt);
  const { readiness } = await getTeamReadiness(manager, world.teamId, londonDate(day), knownAt);
  const row = readiness.rows.find(({ staffId }) => staffId === world.ap.staffId);
  return row?.cells[readiness.competencyIds.indexOf(world.competency(gammaCamera))];
};

describe("voiding a sign-off that an authority rests on", () => {
  const voids = (ctx: CommandContext, key = aKey()) =>
    voidSignOff(ctx, { signatureId, reason } satisfies Voiding, proofOf(ctx), key);
  const endings = async (person: Person) => {
    const actor = await actorOf(person, voidedAt);
    const signature = await getSignature(actor, signatureId, londonDate(voidedAt));
    return listEndedByVoid(actor, signature, londonDate(voidedAt));
  };

  test("the page says beforehand what ends with it, to whoever may void", async () => {
    for (const person of [world.supervisor, world.lead]) {
      expect(await endings(person)).toMatchObject([
        { document: "IRMER-7", equipmentName: null, grantedByName: world.authoriser.name },
        { document: "IRMER-7", equipmentName: "Siemens Symbia" },
      ]);
    }
    for (const person of [world.ap, world.manager]) await refusalOf(endings(person));
  });

  test("a refused void ends nothing, also from another trust", async () => {
    const manager = await contextOf(world.manager, voidedAt);
    await expectRefused(database, () => voids(manager), "not-signer-or-lead");
    const stranger = await contextOf((await aSecondWorld(database)).lead, voidedAt);
    await expectRefused(database, () => voids(stranger), "event-not-found");
  });

  test("ends what is in force from that day, and what has yet to begin before it does, once", async () => {
    const ctx = await contextOf(world.supervisor, voidedAt);
    await expectEffect(database, ctx, voids, { table: "holding_events", action: "holding.voided" });
    const common = {
      ended_reason: restedOnVoided,
      granted_by_id: world.authoriser.staffId,
      recorded_by_id: world.supervisor.staffId,
    };
    expect(await authoritiesOf(world)).toMatchObject([
      { ...common, valid_until: londonDate(voidedAt), accepted: true },
      { ...common, valid_until: addDays(londonDate(signed), 40), accepted: false },
    ]);
    const audited = await database.superuser`select actor_id from audit_entries
      where action = 'authority.ended' and trust_id = ${world.trustId}`;
    expect(audited).toEqual([{ actor_id: world.supervisor.staffId }, { actor_id: world.supervisor.staffId }]);
  });

  test("tells the person and whoever granted it, each once", async () => {
    const told = await database.superuser`select to_staff_id as id from outbox
      where kind = 'authority.ended' and trust_id = ${world.trustId}`;
    expect(told.map(({ id }) => id).sort()).toEqual([world.ap.staffId, world.authoriser.staffId].sort());
  });

  test("nothing is granted on the strength of it from a page that was opened before", async () => {
    const ctx = await contextOf(world.authoriser, voidedAt);
    const grant = { kind: "entitlement" as const, equipmentId: null, document: "IRMER-9", lastDay: null };
    const input = { ...grant, ...subjectOf(world), validFrom: londonDate(voidedAt) };
    await expectRefused(database, () => grantAuthority(ctx, input, aKey()), "sign-off-voided");
  });

  test("leaves the days before as they were known then", async () => {
    const before = daysAfter(-1, voidedAt);
    expect(await cellOn(before, lastInstantOf(londonDate(before)))).toMatchObject({
      word: "current",
      status: "competent",
      authority: "entitled",
    });
    expect((await cellOn(before))?.word).toBe("training");
  });

  test("after a new sign-off the person is signed off and not yet entitled", async () => {
    const at = daysAfter(1, voidedAt);
    await signOffAgain(world, at);
    const { standing, timeline } = await recordOn(world, world.ap, at);
    expect(standing).toMatchObject({ status: "competent", authority: "not-entitled" });
    expect(standing.nextStep).toMatchObject({ code: "authority-ended", params: { reason: restedOnVoided } });
    expect(timeline.filter(({ detail }) => detail?.includes(restedOnVoided))).toHaveLength(2);
    expect(await cellOn(at)).toMatchObject({ word: "not current", authority: "not-entitled" });
    const authoriser = await actorOf(world.authoriser, at);
    expect((await listWaitingForAuthority(authoriser, londonDate(at))).toGrant).toBe(1);
  });

  test("and entitled again once it is granted and accepted anew", async () => {
    const at = daysAfter(1, voidedAt);
    await entitle(world, at, { accepted: true });
    expect((await recordOn(world, world.ap, at)).standing.authority).toBe("entitled");
  });
});

describe("voiding a renewal while what it renewed is in date", () => {
  test("ends no authority: the person still holds the competency by another sign-off", async () => {
    const another = await aWorld(database, { ods: "ZZC" });
    const { at } = await aHolding(another);
    await entitle(another, at, { accepted: true });
    const renewing = { ...another, at: daysAfter(340, at) };
    const { at: ready } = await aCompleteEvidence(renewing);
    const renewal = await signOffAgain(renewing, ready);
    const ctx = await contextOf(another.supervisor, ready);
    const signature = await getSignature(ctx.actor, renewal, londonDate(ready));
    expect(await listEndedByVoid(ctx.actor, signature, londonDate(ready))).toEqual([]);
    await voidSignOff(ctx, { signatureId: renewal, reason }, proofOf(ctx), aKey());
    expect(await authoritiesOf(another)).toMatchObject([{ valid_until: null, ended_reason: null }]);
    expect((await recordOn(another, another.ap, ready)).standing).toMatchObject({
      status: "renewal-due",
      authority: "entitled",
    });
  });
});
