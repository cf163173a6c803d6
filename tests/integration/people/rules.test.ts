import { beforeAll, expect, test } from "vitest";
import { answer } from "@/db/statement";
import { withTrust } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { registrationsOf } from "@/lib/people/queries";
import { recordView } from "@/lib/people/record-views/commands";
import { listViewsOf } from "@/lib/people/record-views/queries";
import { clearConditions } from "@/lib/people/registrations/clearances/commands";
import { recordRegistrationCheck } from "@/lib/people/registrations/commands";
import { endRole, giveRole } from "@/lib/people/roles/commands";
import { endMembership, startMembership } from "@/lib/people/staff/commands";
import { endSupervision, startSupervision } from "@/lib/people/supervision/commands";
import { observersFor, supervisorRows } from "@/lib/people/supervision/queries";
import { actorOf, aKey, contextOf, daysAfter } from "@/tests/factories/context";
import { aRegistration, aStaffMember } from "@/tests/factories/people";
import { aWorld, type World } from "@/tests/factories/world";
import { expectRefused } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const on = "2026-03-02";
const database = useDatabase();
let world: World;
let lead: CommandContext;

beforeAll(async () => {
  world = await aWorld(database);
  lead = await contextOf(world.lead);
});

test("nobody checks their own registration", async () => {
  const { id: registrationId } = await aRegistration(lead, world.lead.staffId, { check: false });
  const found = { outcome: "registered", nextCheckDueOn: "2028-03-01", conditions: null } as const;
  const check = () => recordRegistrationCheck(lead, { registrationId, ...found, effectiveOn: null }, aKey());
  await expectRefused(database, check, "own-registration");
});

test("conditions bar signing until they are cleared, and were known as barring before", async () => {
  const { staffId } = await aStaffMember(database.owner, lead);
  const { checkId } = await aRegistration(lead, staffId, { outcome: "conditions" });
  const later = { ...lead, now: daysAfter(3) };
  const clearance = { registrationCheckId: checkId ?? "", reason: "Nights only", validUntil: null };
  await clearConditions(later, clearance, aKey());
  await expectRefused(
    database,
    () => clearConditions(later, clearance, aKey()),
    "conditions-already-cleared",
  );
  const standing = (day: string, knownAt?: Date) =>
    withTrust(lead.actor, async (tx) => (await registrationsOf(tx, [staffId], day, knownAt))[0]?.standing);
  expect(await standing("2026-03-05")).toBe("conditional-cleared");
  expect(await standing("2026-03-04")).toBe("conditional");
  expect(await standing("2026-03-05", daysAfter(1))).toBe("conditional");
});

test("a post can't begin twice, and may begin again after it has ended", async () => {
  const { staffId } = await aStaffMember(database.owner, lead);
  const post = { staffId, teamId: world.teamId, jobRoleId: world.apRoleId, band: "4" };
  const { id } = await startMembership(lead, { ...post, validFrom: on }, aKey());
  const again = (validFrom: string) => () => startMembership(lead, { ...post, validFrom }, aKey());
  await expectRefused(database, again("2026-06-01"), "already-member");
  await endMembership(lead, { id, validUntil: "2026-05-01" }, aKey());
  await again("2026-06-01")();
  await expectRefused(
    database,
    () => endMembership(lead, { id, validUntil: null }, aKey()),
    "fact-not-found",
  );
});

test("a fact that ends on its first day never held", async () => {
  const { staffId } = await aStaffMember(database.owner, lead);
  const pair = { supervisorId: staffId, learnerId: world.ap.staffId, validFrom: on };
  const { id } = await startSupervision(lead, pair, aKey());
  await endSupervision(lead, { id, validUntil: on }, aKey());
  const ids = (
    await withTrust(lead.actor, (tx) => answer(tx, supervisorRows({ staffId: world.ap.staffId, on })))
  ).map((one) => one.id);
  expect(ids).not.toContain(staffId);
});

test("who may be named as having watched: registrants who supervise or share a team", async () => {
  const colleague = await aStaffMember(database.owner, lead, {
    post: { teamId: world.teamId, jobRoleId: world.radiographerRoleId },
  });
  await aRegistration(lead, colleague.staffId);
  const outsider = await aStaffMember(database.owner, lead);
  await aRegistration(lead, outsider.staffId);
  const observers = await withTrust(lead.actor, (tx) => observersFor(tx, world.ap.staffId, on));
  expect(observers.map(({ id, supervises }) => [id, supervises])).toEqual([
    [world.supervisor.staffId, true],
    [world.secondSupervisor.staffId, true],
    [colleague.staffId, false],
  ]);
});

test("who looked at a record is shown to its owner, once a day", async () => {
  const supervisor = await contextOf(world.supervisor);
  await recordView(supervisor, world.ap.staffId);
  await recordView(supervisor, world.ap.staffId);
  await recordView(await contextOf(world.ap), world.ap.staffId);
  const { rows } = await listViewsOf(await actorOf(world.ap));
  expect(rows).toMatchObject([
    { viewerId: world.supervisor.staffId, viewerName: "Bryn Calder", viewedOn: on },
  ]);
});

test.each([
  [{ role: "manager" }, "role-needs-team"],
  [{ role: "auditor" }, "role-needs-end"],
] as const)("giveRole refuses %o", async (role, code) => {
  const give = () => giveRole(lead, { staffId: world.ap.staffId, ...role, validFrom: on }, aKey());
  await expectRefused(database, give, code);
});

test("the last education lead can't be ended, the last but one can", async () => {
  const [role] = await database.superuser`select id from staff_roles
    where staff_id = ${world.lead.staffId} and role = 'lead'`;
  const end = () => endRole(lead, { id: role?.id, validUntil: null }, aKey());
  await expectRefused(database, end, "last-lead");
  await aStaffMember(database.owner, lead, { roles: [{ role: "lead" }] });
  await end();
});
