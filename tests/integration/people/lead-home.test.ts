import { beforeAll, describe, expect, test } from "vitest";
import { approveAssessor } from "@/lib/competencies/assessors/commands";
import { listApprovals, listWithoutAssessor } from "@/lib/competencies/assessors/queries";
import { setRequirement } from "@/lib/competencies/requirements/commands";
import { clearConditions } from "@/lib/people/registrations/clearances/commands";
import { listRegistrants } from "@/lib/people/registrations/queries";
import { listUnsoundRegistrations } from "@/lib/people/registrations/unsound/queries";
import { startSupervision } from "@/lib/people/supervision/commands";
import { addDays, londonDate } from "@/lib/platform/dates";
import { listStrandedRequests } from "@/lib/sign-off/queue/stranded/queries";
import { requestSignOff } from "@/lib/sign-off/request/commands";
import { actorOf, aKey, contextOf, daysAfter } from "@/tests/factories/context";
import { aRegistration, aStaffMember } from "@/tests/factories/people";
import { gammaCamera } from "@/tests/factories/sign-off";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { useDatabase } from "@/tests/support/database";

const on = "2026-03-02";
const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await aWorld(database);
});

async function aRegistrant(name: string, changes: Parameters<typeof aRegistration>[2]) {
  const lead = await contextOf(world.lead);
  const person = await aStaffMember(database.owner, lead, { name });
  return { ...person, ...(await aRegistration(lead, person.staffId, changes)) };
}

describe("registrations on which nobody can sign", () => {
  const unsound = async (day = on, most = 5) => {
    const { rows, total } = await listUnsoundRegistrations(await actorOf(world.lead), day, most);
    return { total, rows: rows.map(({ name, standing }) => [name, standing]) };
  };

  test("none while all are in order", async () => {
    expect(await unsound()).toEqual({ total: 0, rows: [] });
  });

  test("never checked first, then conditions, lapsed last; cleared conditions are in order", async () => {
    await aRegistrant("Lapsed Lucy", { outcome: "lapsed" });
    await aRegistrant("Unchecked Una", { check: false });
    await aRegistrant("Bound Bob", { outcome: "conditions" });
    const cleared = await aRegistrant("Cleared Clem", { outcome: "conditions" });
    const clearance = { registrationCheckId: cleared.checkId ?? "", reason: "Days only", validUntil: null };
    await clearConditions(await contextOf(world.lead), clearance, aKey());
    expect(await unsound()).toEqual({
      total: 3,
      rows: [
        ["Unchecked Una", "unchecked"],
        ["Bound Bob", "conditional"],
        ["Lapsed Lucy", "lapsed"],
      ],
    });
  });

  test("from the day after the last on which a check counts it is due, and the first few carry the number of all", async () => {
    expect((await unsound(addDays(on, 730))).total).toBe(3);
    const { rows, total } = await unsound(addDays(on, 731), 2);
    expect(total).toBe(6);
    expect(rows).toEqual([
      ["Unchecked Una", "unchecked"],
      ["Bound Bob", "check-due"],
    ]);
  });

  test("who could be approved says how they stand", async () => {
    const people = await listRegistrants(await actorOf(world.lead), on);
    expect(people.find(({ name }) => name === "Lapsed Lucy")).toMatchObject({
      standing: "lapsed",
      maySign: false,
    });
    expect(people.find(({ name }) => name === "Cleared Clem")).toMatchObject({ maySign: true });
  });

  test("an approval of somebody who can't sign says so", async () => {
    const lead = await contextOf(world.lead);
    const people = await listRegistrants(lead.actor, on);
    const staffId = people.find(({ name }) => name === "Lapsed Lucy")?.id ?? "";
    const approval = { staffId, frameworkId: world.frameworkId, competencyId: null };
    await approveAssessor(lead, { ...approval, validFrom: on, validUntil: null }, aKey());
    const { rows } = await listApprovals(lead.actor, on);
    expect(rows.find(({ name }) => name === "Lapsed Lucy")?.standing).toBe("lapsed");
    expect(rows.find(({ name }) => name === "Bryn Calder")?.standing).toBe("current");
  });

  test("only for the education lead, and not for another trust's", async () => {
    const manager = await actorOf(world.manager);
    expect(() => listUnsoundRegistrations(manager, on, 5)).toThrow("registration-checks-lead-only");
    const second = await aSecondWorld(database);
    expect((await listUnsoundRegistrations(await actorOf(second.lead), on, 5)).total).toBe(0);
  });
});

describe("competencies that nobody may assess", () => {
  const unassessed = async () => listWithoutAssessor(await actorOf(world.lead), on, 5);

  async function ask(code: string) {
    const requirement = {
      teamId: world.teamId,
      jobRoleId: world.apRoleId,
      competencyId: world.competency(code),
      kind: "mandatory" as const,
      dueDays: 0,
      validFrom: on,
    };
    await setRequirement(await contextOf(world.lead), requirement, aKey());
  }

  test("only those that a team asks for, unless the framework or the competency has an assessor", async () => {
    expect((await unassessed()).total).toBe(0);
    await ask("CORE-OBS");
    await ask(gammaCamera);
    expect(await unassessed()).toMatchObject({ total: 1, rows: [{ id: world.competency("CORE-OBS") }] });
  });

  test("until somebody is approved", async () => {
    const lead = await contextOf(world.lead);
    const approval = {
      staffId: world.supervisor.staffId,
      frameworkId: null,
      competencyId: world.competency("CORE-OBS"),
    };
    await approveAssessor(lead, { ...approval, validFrom: on, validUntil: null }, aKey());
    expect((await unassessed()).total).toBe(0);
  });
});

describe("requests that nobody can decide", () => {
  test("once the last supervision has ended, longest waiting first", async () => {
    const lead = await contextOf(world.lead);
    const at = daysAfter(3);
    const learner = await aStaffMember(database.owner, lead, { name: "Alone Al" });
    const pair = { supervisorId: world.supervisor.staffId, learnerId: learner.staffId, validFrom: on };
    await startSupervision(lead, { ...pair, validUntil: "2026-03-10" }, aKey());
    const input = {
      competencyId: world.competency(gammaCamera),
      supervisorId: world.supervisor.staffId,
      note: null,
    };
    const { id } = await requestSignOff(await contextOf(learner, at), input, aKey());
    const stranded = async (day: string) => listStrandedRequests(lead.actor, day, 5);
    expect(await stranded("2026-03-09")).toEqual({ rows: [], total: 0 });
    expect(await stranded("2026-03-10")).toMatchObject({
      total: 1,
      rows: [{ id, personName: "Alone Al", since: londonDate(at) }],
    });
  });

  test("only for the education lead of the trust", async () => {
    const manager = await actorOf(world.manager);
    expect(() => listStrandedRequests(manager, "2026-03-10", 5)).toThrow("people-lead-only");
    const second = await actorOf((await aSecondWorld(database, "ZZC")).lead);
    expect((await listStrandedRequests(second, "2026-03-10", 5)).total).toBe(0);
  });
});
