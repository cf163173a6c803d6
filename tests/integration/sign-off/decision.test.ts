import { beforeAll, describe, expect, test } from "vitest";
import { londonDate } from "@/lib/platform/dates";
import { acceptAuthority, grantAuthority } from "@/lib/sign-off/authority/commands";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { requestSignOff } from "@/lib/sign-off/request/commands";
import { actorOf, aKey, contextOf, daysAfter } from "@/tests/factories/context";
import {
  aConfirmedPractice,
  aHolding,
  aProof,
  aRequest,
  decisionOn,
  gammaCamera,
  theoryDone,
} from "@/tests/factories/sign-off";
import { aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;

let worlds = 0;
beforeAll(async () => {
  world = await aWorld(database, { ods: "ZZ0" });
});

async function aNewWorld() {
  worlds += 1;
  world = await aWorld(database, { ods: `ZZ${worlds}X` });
}

describe("an approval", () => {
  beforeAll(aNewWorld);

  test("signs, grants the holding, tells the person, and is audited in one go", async () => {
    const { at, requestId } = await aHolding(world);
    const record = await getCompetencyRecord(
      await actorOf(world.ap, at),
      world.ap.staffId,
      world.competency(gammaCamera),
      londonDate(at),
    );
    expect(record.standing).toMatchObject({
      status: "competent",
      authority: "not-entitled",
      expiresOn: "2027-03-06",
    });
    const [signature] = await database.superuser`select * from signatures where trust_id = ${world.trustId}`;
    expect(signature).toMatchObject({
      signer_name: "Bryn Calder",
      demonstration: false,
      owner_id: world.ap.staffId,
    });
    expect(signature?.registration).toMatchObject({
      body: "HCPC",
      profession: "radiographer",
      standing: "current",
    });
    const shown = JSON.parse(signature?.shown);
    expect(shown).toMatchObject({ schema: 2, competency: { code: gammaCamera } });
    const [decided] = await database.superuser`select assessment_practice_id as id from sign_off_decisions
      where trust_id = ${world.trustId}`;
    expect(shown.decision).toMatchObject({
      reason: null,
      finalAssessment: {
        kind: "direct-observation",
        practiceId: decided?.id,
        settingName: "Gamma camera room",
        equipmentName: "Siemens Symbia",
      },
    });
    const [audit] =
      await database.superuser`select action from audit_entries where stream = ${`sign_off_request:${requestId}`} order by seq desc`;
    expect(audit?.action).toBe("sign_off.approved");
    const [mail] =
      await database.superuser`select to_staff_id from outbox where trust_id = ${world.trustId} and kind = 'sign_off.approved'`;
    expect(mail?.to_staff_id).toBe(world.ap.staffId);
    const [event] =
      await database.superuser`select scope from holding_events where trust_id = ${world.trustId}`;
    expect(event?.scope).toEqual({ equipment: [{ id: world.equipmentId, name: "Siemens Symbia" }] });
  });

  test("counts only once the employer has entitled and the person has accepted", async () => {
    const at = daysAfter(6, world.at);
    const input = {
      kind: "entitlement" as const,
      staffId: world.ap.staffId,
      competencyId: world.competency(gammaCamera),
      equipmentId: null,
      validFrom: londonDate(at),
      lastDay: null,
      document: "IRMER-12",
    };
    const { id } = await grantAuthority(await contextOf(world.authoriser, at), input, aKey());
    const standing = async () =>
      (
        await getCompetencyRecord(
          await actorOf(world.manager, at),
          world.ap.staffId,
          world.competency(gammaCamera),
          londonDate(at),
        )
      ).standing.authority;
    expect(await standing()).toBe("not-accepted");
    await acceptAuthority(await contextOf(world.ap, at), { authorityId: id }, aKey());
    expect(await standing()).toBe("entitled");
    await expect(
      acceptAuthority(await contextOf(world.ap, at), { authorityId: id }, aKey()),
    ).rejects.toMatchObject({ code: "already-accepted" });
    await expect(grantAuthority(await contextOf(world.manager, at), input, aKey())).rejects.toMatchObject({
      kind: "forbidden",
    });
  });

  test("can't be asked for again while it is in date", async () => {
    const at = daysAfter(6, world.at);
    const input = {
      competencyId: world.competency(gammaCamera),
      supervisorId: world.supervisor.staffId,
      note: null,
    };
    await expect(requestSignOff(await contextOf(world.ap, at), input, aKey())).rejects.toMatchObject({
      code: "already-held",
    });
  });
});

describe("what is missing", () => {
  let at: Date;
  let requestId: string;
  beforeAll(async () => {
    await aNewWorld();
    at = daysAfter(2, world.at);
    await aConfirmedPractice(world, { at: daysAfter(1, world.at) });
    requestId = await aRequest(world, at);
  });

  test("stops an approval, in the order of the rules", async () => {
    const decision = await decisionOn(requestId, world.supervisor, at);
    const signer = await contextOf(world.supervisor, at);
    await expect(decideSignOff(signer, decision, aProof(world.supervisor, at), aKey())).rejects.toMatchObject(
      { code: "theory-done" },
    );
    await theoryDone(world, at);
    const again = await decisionOn(requestId, world.supervisor, at);
    await expect(decideSignOff(signer, again, aProof(world.supervisor, at), aKey())).rejects.toMatchObject({
      code: "practice-met",
    });
  });

  test("does not stop a return, which says what is missing", async () => {
    const {
      assessmentNote: _n,
      assessmentPracticeId: _p,
      ...seen
    } = await decisionOn(requestId, world.supervisor, at);
    const input = { ...seen, outcome: "return" as const, missing: "Four more, with a second colleague" };
    await decideSignOff(await contextOf(world.supervisor, at), input, aProof(world.supervisor, at), aKey());
    const [signature] = await database.superuser`select shown from signatures
      where trust_id = ${world.trustId} order by signed_at desc limit 1`;
    expect(JSON.parse(signature?.shown).decision).toMatchObject({
      outcome: "return",
      reason: "Four more, with a second colleague",
      finalAssessment: null,
    });
    const record = await getCompetencyRecord(
      await actorOf(world.ap, at),
      world.ap.staffId,
      world.competency(gammaCamera),
      londonDate(at),
    );
    expect(record.request).toMatchObject({ state: "returned", round: 1 });
    expect(record.standing.nextStep).toMatchObject({
      code: "answer-return",
      params: { missing: "Four more, with a second colleague" },
    });
  });
});
