import { beforeAll, describe, expect, test } from "vitest";
import { withTrust } from "@/db/tenant";
import { addEquipment } from "@/lib/people/places/commands";
import { addDays, londonDate } from "@/lib/platform/dates";
import { acceptAuthority, grantAuthority } from "@/lib/sign-off/authority/commands";
import { selectAuthorities } from "@/lib/sign-off/authority/queries";
import { listWaitingForAuthority } from "@/lib/sign-off/authority/waiting/queries";
import { actorOf, aKey, contextOf, type Person } from "@/tests/factories/context";
import { aHolding } from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { expectRefused } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let at: Date;

beforeAll(async () => {
  world = await aWorld(database);
  ({ at } = await aHolding(world));
});

async function waitingFor(person: Person) {
  return listWaitingForAuthority(await actorOf(person, at), londonDate(at));
}

async function grant(equipmentId: string | null) {
  const input = {
    staffId: world.ap.staffId,
    competencyId: world.competency("NUC-QC-DAY"),
    kind: "entitlement" as const,
    equipmentId,
    document: "IRMER-7",
    validFrom: londonDate(at),
    lastDay: addDays(londonDate(at), 365),
  };
  return grantAuthority(await contextOf(world.authoriser, at), input, aKey());
}

describe("who waits for authority", () => {
  let authorityId = "";

  test("whoever is signed off and not entitled, since the sign-off", async () => {
    const { rows, first, toGrant, toAccept } = await waitingFor(world.authoriser);
    expect([toGrant, toAccept]).toEqual([1, 0]);
    expect(first).toEqual(rows);
    expect(rows).toMatchObject([
      { staffId: world.ap.staffId, status: "not-entitled", signedOffOn: londonDate(at), equipment: [] },
    ]);
  });

  test("equipment that the person has not practised on is refused, and changes nothing", async () => {
    const lead = await contextOf(world.lead, at);
    const other = { siteId: world.siteId, code: "GM1", make: "Droplet", model: "Glucose meter 3" };
    const { id } = await addEquipment(lead, { ...other, validFrom: londonDate(world.at) }, aKey());
    const refusal = await expectRefused(database, () => grant(id), "equipment-not-practised");
    expect(refusal.field).toBe("equipmentId");
  });

  test("once granted, the person is waited for, and the equipment is named", async () => {
    ({ id: authorityId } = await grant(world.equipmentId));
    const { rows, first, toGrant, toAccept } = await waitingFor(world.authoriser);
    expect([toGrant, toAccept]).toEqual([0, 1]);
    expect(first).toEqual([]);
    expect(rows).toMatchObject([{ status: "not-accepted", equipment: ["Siemens Symbia"] }]);
  });

  test("the record names the equipment as well", async () => {
    const ctx = await contextOf(world.ap, at);
    const rows = await withTrust(ctx.actor, (tx) => selectAuthorities(tx, world.ap.staffId));
    expect(rows).toMatchObject([{ equipmentName: "Siemens Symbia", document: "IRMER-7" }]);
  });

  test("once accepted, nobody waits", async () => {
    await acceptAuthority(await contextOf(world.ap, at), { authorityId }, aKey());
    expect(await waitingFor(world.authoriser)).toMatchObject({ rows: [], toGrant: 0, toAccept: 0 });
  });

  test("who has no role as authoriser, and another trust, see nobody", async () => {
    const second = await aSecondWorld(database);
    expect((await waitingFor(world.ap)).rows).toEqual([]);
    expect((await waitingFor(second.lead)).rows).toEqual([]);
  });
});
