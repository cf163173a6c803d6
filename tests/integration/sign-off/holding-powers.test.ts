import { beforeAll, describe, expect, test } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { addEquipment, addSite } from "@/lib/people/places/commands";
import { londonDate } from "@/lib/platform/dates";
import { restrictHolding, suspendHolding } from "@/lib/sign-off/holding/commands";
import { reinstateHolding } from "@/lib/sign-off/holding/reinstatement/commands";
import { getReinstatementPage } from "@/lib/sign-off/holding/reinstatement/queries";
import { voidSignOff } from "@/lib/sign-off/holding/voiding/commands";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { requestSignOff } from "@/lib/sign-off/request/commands";
import { shownSchema } from "@/lib/sign-off/shown/rules";
import { getSignature } from "@/lib/sign-off/signature/queries";
import { actorOf, aKey, contextOf, daysAfter, type Person } from "@/tests/factories/context";
import { aHolding, aProof, gammaCamera } from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { expectEffect, expectRefused } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let at: Date;
let stranger: CommandContext;
const table = "holding_events";

beforeAll(async () => {
  world = await aWorld(database);
  ({ at } = await aHolding(world));
  stranger = await contextOf((await aSecondWorld(database)).lead, at);
});

const subject = () => ({ staffId: world.ap.staffId, competencyId: world.competency(gammaCamera) });
const recordFor = async (reader: Person) =>
  getCompetencyRecord(await actorOf(reader, at), world.ap.staffId, subject().competencyId, londonDate(at));
const tomorrow = () => {
  at = new Date(at.getTime() + 86_400_000);
};

describe("a restriction", () => {
  const restrict = (ctx: CommandContext, key = aKey()) =>
    restrictHolding(
      ctx,
      {
        ...subject(),
        siteId: world.siteId,
        equipmentId: world.equipmentId,
        supervision: "indirect",
        limits: "Not on nights",
        reason: "Two near misses at night",
        incidentReference: "INC-7",
      },
      key,
    );

  test("is refused to the person and to a colleague, and changes nothing", async () => {
    await expectRefused(database, async () => restrict(await contextOf(world.ap, at)), "own-suspension");
    await expectRefused(
      database,
      async () => restrict(await contextOf(world.authoriser, at)),
      "not-manager-or-supervisor",
    );
  });
  test("finds nobody from another trust", () =>
    expectRefused(database, () => restrict(stranger), "staff-not-found"));
  test("to equipment that the sign-off is not for, or that is at another site, is refused", async () => {
    const lead = await contextOf(world.lead, at);
    const meter = { siteId: world.siteId, code: "GM1", make: "Droplet", model: "Glucose meter 3" };
    const { id: meterId } = await addEquipment(lead, { ...meter, validFrom: londonDate(world.at) }, aKey());
    const { id: elsewhere } = await addSite(lead, { code: "SITE2", name: "Other hospital" }, aKey());
    const manager = await contextOf(world.manager, at);
    const named = { supervision: null, limits: null, reason: "Near misses", incidentReference: null };
    for (const [equipmentId, siteId, code] of [
      [meterId, null, "equipment-not-held"],
      [world.equipmentId, elsewhere, "equipment-elsewhere"],
    ] as const) {
      const input = { ...subject(), ...named, siteId, equipmentId };
      const refusal = await expectRefused(database, () => restrictHolding(manager, input, aKey()), code);
      expect(refusal.field).toBe("equipmentId");
    }
    expect((await recordFor(world.manager)).signed?.equipment).toEqual([
      { id: world.equipmentId, name: "Siemens Symbia" },
    ]);
  });
  test("by the manager limits in words, once, audited and told", async () => {
    const row = await expectEffect(database, await contextOf(world.manager, at), restrict, {
      table,
      action: "holding.restricted",
    });
    expect(row.scope).toEqual({
      site: { id: world.siteId, name: "Main hospital" },
      equipment: [{ id: world.equipmentId, name: "Siemens Symbia" }],
      supervision: "indirect",
      limits: "Not on nights",
    });
    expect((await recordFor(world.ap)).standing.status).toBe("restricted");
    const mails = await database.superuser`select 1 from outbox where kind = 'holding.restricted'`;
    expect(mails).toHaveLength(1);
  });
  test("tells the reason to the person, their manager and supervisors, and to nobody else", async () => {
    const expected = { reason: "Two near misses at night", incidentReference: "INC-7" };
    for (const reader of [world.ap, world.manager, world.supervisor]) {
      const { review, timeline } = await recordFor(reader);
      expect(review).toMatchObject({ ...expected, managerNames: [world.manager.name] });
      expect(JSON.stringify(timeline)).toContain("Incident reference: INC-7");
    }
    const { review, timeline } = await recordFor(world.lead);
    expect(review).toMatchObject({ reason: null, incidentReference: null });
    expect(JSON.stringify(timeline)).not.toContain("INC-7");
    expect(JSON.stringify(timeline)).not.toContain("near misses");
  });
});

const proofOf = ({ actor, now }: CommandContext) => aProof({ staffId: actor.staffId } as Person, now);

const reinstate = async (ctx: CommandContext, key = aKey(), changes = {}) => {
  const seen = await database.superuser`select id from holding_events
    where kind in ('suspended', 'restricted') order by recorded_at desc limit 1`;
  const input = {
    ...subject(),
    seenEventId: String(seen[0]?.id),
    reason: "I watched two from start to end",
  };
  const { id } = await reinstateHolding(ctx, { ...input, ...changes }, proofOf(ctx), key);
  return { id };
};

describe("a reinstatement", () => {
  test("is refused to the person, to a manager, and to a signer who is not approved", async () => {
    await expectRefused(database, async () => reinstate(await contextOf(world.ap, at)), "own-suspension");
    await expectRefused(
      database,
      async () => reinstate(await contextOf(world.manager, at)),
      "not-supervisor",
    );
    const later = daysAfter(800);
    await expectRefused(
      database,
      async () => reinstate(await contextOf(world.supervisor, later)),
      "signer-registered",
    );
  });
  test("is refused on somebody else's proof, and on one that is too old", async () => {
    const ctx = await contextOf(world.supervisor, at);
    const { review } = await getReinstatementPage(ctx.actor, subject(), londonDate(at));
    const input = { ...subject(), seenEventId: review?.id ?? "", reason: "Watched" };
    const signed = (proof: ReturnType<typeof aProof>) => reinstateHolding(ctx, input, proof, aKey());
    await expectRefused(database, () => signed(aProof(world.secondSupervisor, at)), "proof-of-another");
    const old = new Date(at.getTime() - 301_000);
    await expectRefused(database, () => signed(aProof(world.supervisor, old)), "proof-expired");
  });
  test("finds nobody from another trust", () =>
    expectRefused(database, () => reinstate(stranger), "staff-not-found"));
  test("is refused where something else has happened since the page was opened", async () => {
    const ctx = await contextOf(world.supervisor, at);
    const changes = { seenEventId: aKey() };
    await expectRefused(database, () => reinstate(ctx, aKey(), changes), "review-changed");
  });

  test("is signed once, with what was shown, and lifts what stood", async () => {
    tomorrow();
    const ctx = await contextOf(world.supervisor, at);
    const row = await expectEffect(database, ctx, reinstate, { table, action: "holding.reinstated" });
    expect((await recordFor(world.ap)).standing.status).toBe("competent");
    const actor = await actorOf(world.ap, at);
    const signature = await getSignature(actor, String(row.signature_id), londonDate(at));
    expect(signature).toMatchObject({
      outcome: null,
      requestId: null,
      signerName: world.supervisor.name,
      reason: "I watched two from start to end",
      competencyId: subject().competencyId,
    });
    expect(JSON.parse(signature.shown)).toMatchObject({
      schema: shownSchema,
      review: { kind: "restricted", reason: "Two near misses at night" },
      reinstatement: { reassessment: "I watched two from start to end" },
    });
    const [same] = await database.superuser`select sha256(convert_to(shown, 'UTF8')) = shown_hash as same
      from signatures where id = ${String(row.signature_id)}`;
    expect(same?.same).toBe(true);
  });
  test("shows its signature to nobody who may not know the reason", async () => {
    const [row] = await database.superuser`select signature_id from holding_events where kind = 'reinstated'`;
    const seen = async (reader: Person) =>
      getSignature(await actorOf(reader, at), String(row?.signature_id), londonDate(at));
    await expect(seen(world.manager)).resolves.toBeTruthy();
    await expect(seen(world.lead)).rejects.toMatchObject({ kind: "not-found" });
  });
  test("without anything to lift is refused", async () => {
    const ctx = await contextOf(world.supervisor, at);
    await expectRefused(database, () => reinstate(ctx), "not-suspended");
  });
});

describe("a suspension", () => {
  test("outranks a restriction, and nothing can be restricted under it", async () => {
    tomorrow();
    const ctx = await contextOf(world.manager, at);
    const why = { reason: "Under review", incidentReference: null };
    const suspend = (given: CommandContext, key: string) =>
      suspendHolding(given, { ...subject(), ...why }, key);
    await expectEffect(database, ctx, suspend, { table, action: "holding.suspended" });
    const limits = { siteId: null, equipmentId: null, supervision: null, limits: "Not alone" };
    await expectRefused(
      database,
      () => restrictHolding(ctx, { ...subject(), ...limits, ...why }, aKey()),
      "nothing-to-restrict",
    );
    expect((await recordFor(world.ap)).standing.status).toBe("suspended");
  });
});

describe("a sign-off in error", () => {
  const reason = "Meant for a colleague of the same name";
  const signatureOf = async () => {
    const [row] = await database.superuser`select d.signature_id as id from sign_off_decisions d
      join holding_events h on h.decision_id = d.id`;
    return String(row?.id);
  };
  const voids = async (ctx: CommandContext, key = aKey()) =>
    voidSignOff(ctx, { signatureId: await signatureOf(), reason }, proofOf(ctx), key);

  test("is voided neither by the person, nor by a manager or another supervisor", async () => {
    await expectRefused(database, async () => voids(await contextOf(world.ap, at)), "own-void");
    for (const other of [world.manager, world.secondSupervisor]) {
      await expectRefused(database, async () => voids(await contextOf(other, at)), "not-signer-or-lead");
    }
  });
  test("finds nothing from another trust", () =>
    expectRefused(database, () => voids(stranger), "event-not-found"));
  test("is not voided on somebody else's proof, nor on one that is too old", async () => {
    const ctx = await contextOf(world.supervisor, at);
    const input = { signatureId: await signatureOf(), reason };
    const voided = (proof: ReturnType<typeof aProof>) => voidSignOff(ctx, input, proof, aKey());
    await expectRefused(database, () => voided(aProof(world.secondSupervisor, at)), "proof-of-another");
    const stale = new Date(at.getTime() - 300_001);
    const refusal = await expectRefused(
      database,
      () => voided(aProof(world.supervisor, stale)),
      "proof-expired",
    );
    expect(refusal.field).toBe("password");
  });
  test("a reinstatement granted nothing, so there is nothing to void", async () => {
    const [row] =
      await database.superuser`select signature_id as id from holding_events where kind = 'reinstated'`;
    const ctx = await contextOf(world.lead, at);
    const input = { signatureId: String(row?.id), reason };
    const work = () => voidSignOff(ctx, input, proofOf(ctx), aKey());
    await expectRefused(database, work, "nothing-to-void");
  });

  test("counts as never written, once, audited and told, and never reads as revoked", async () => {
    const ctx = await contextOf(world.supervisor, at);
    await expectEffect(database, ctx, voids, { table, action: "holding.voided" });
    const record = await recordFor(world.ap);
    expect(record.standing.status).toBe("suspended");
    expect(record.timeline.some(({ title }) => title.startsWith("Signed in error, voided"))).toBe(true);
    const mails = await database.superuser`select to_staff_id from outbox where kind = 'holding.voided'`;
    expect(mails).toEqual([{ to_staff_id: world.ap.staffId }]);
    const signature = await getSignature(ctx.actor, await signatureOf(), londonDate(at));
    expect(signature).toMatchObject({ voidedReason: reason, voidedByName: world.supervisor.name });
  });
  test("leaves the suspension standing: nothing can be asked for until it is lifted", async () => {
    const ask = { competencyId: subject().competencyId, supervisorId: world.supervisor.staffId, note: null };
    const ctx = await contextOf(world.ap, at);
    await expectRefused(database, () => requestSignOff(ctx, ask, aKey()), "under-review");
    await reinstate(await contextOf(world.supervisor, at));
    expect((await recordFor(world.ap)).standing.status).toBe("voided");
  });
  test("is voided once only", async () => {
    const ctx = await contextOf(world.lead, at);
    await expectRefused(database, () => voids(ctx), "already-voided");
  });
});
