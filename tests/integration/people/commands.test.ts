import { beforeAll } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import * as places from "@/lib/people/places/commands";
import { clearConditions } from "@/lib/people/registrations/clearances/commands";
import * as registrations from "@/lib/people/registrations/commands";
import { endRole, giveRole } from "@/lib/people/roles/commands";
import { addStaffMember, endMembership, startMembership } from "@/lib/people/staff/commands";
import { endSupervision, startSupervision } from "@/lib/people/supervision/commands";
import { aKey, contextOf } from "@/tests/factories/context";
import { aRegistration, aStaffMember } from "@/tests/factories/people";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { proveLeadCommands } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
const contexts = {} as { lead: CommandContext; stranger: CommandContext; ap: CommandContext };

beforeAll(async () => {
  world = await aWorld(database);
  const second = await aSecondWorld(database);
  contexts.lead = await contextOf(world.lead);
  contexts.stranger = await contextOf(second.lead);
  contexts.ap = await contextOf(world.ap);
});

const from = { validFrom: "2026-03-02" };
proveLeadCommands(database, contexts, {
  addSite: {
    table: "sites",
    action: "site.added",
    given: async () => (ctx, key) => places.addSite(ctx, { code: "S2", name: "Clinic" }, key),
  },
  addSetting: {
    table: "settings",
    action: "setting.added",
    given: async () => (ctx, key) =>
      places.addSetting(ctx, { siteId: world.siteId, code: "C1", name: "Clinic 1", kind: "clinic" }, key),
    elsewhere: "site-not-found",
  },
  addEquipment: {
    table: "equipment",
    action: "equipment.added",
    given: async () => (ctx, key) => {
      const { siteId } = world;
      return places.addEquipment(ctx, { siteId, code: "GC2", make: "GE", model: "Discovery", ...from }, key);
    },
    elsewhere: "site-not-found",
  },
  addTeam: {
    table: "teams",
    action: "team.added",
    given: async () => (ctx, key) =>
      places.addTeam(ctx, { code: "NM2", name: "Hot lab", parentId: world.teamId }, key),
    elsewhere: "team-not-found",
  },
  addJobRole: {
    table: "job_roles",
    action: "job_role.added",
    given: async () => (ctx, key) => places.addJobRole(ctx, { code: "N", title: "Nurse" }, key),
  },
  addStaffMember: {
    table: "staff_members",
    action: "staff.added",
    given: async () => (ctx, key) =>
      addStaffMember(ctx, { name: "Zoë Łuk", employeeNumber: "Z1", startedOn: "2026-03-02" }, key),
  },
  startMembership: {
    table: "team_memberships",
    action: "membership.started",
    given: async () => {
      const { staffId } = await aStaffMember(database.owner, contexts.lead);
      const post = { staffId, teamId: world.teamId, jobRoleId: world.apRoleId, band: "4", ...from };
      return (ctx, key) => startMembership(ctx, post, key);
    },
    elsewhere: "staff-not-found",
  },
  endMembership: {
    table: "team_memberships",
    action: "membership.ended",
    given: async () => {
      const { staffId } = await aStaffMember(database.owner, contexts.lead);
      const post = { staffId, teamId: world.teamId, jobRoleId: world.apRoleId, band: "4", ...from };
      const { id } = await startMembership(contexts.lead, post, aKey());
      return (ctx, key) => endMembership(ctx, { id, validUntil: null }, key);
    },
    elsewhere: "fact-not-found",
  },
  giveRole: {
    table: "staff_roles",
    action: "role.given",
    given: async () => (ctx, key) =>
      giveRole(ctx, { staffId: world.ap.staffId, role: "educator", teamId: world.teamId, ...from }, key),
    elsewhere: "staff-not-found",
  },
  endRole: {
    table: "staff_roles",
    action: "role.ended",
    given: async () => {
      const role = { staffId: world.ap.staffId, role: "supervisor", ...from } as const;
      const { id } = await giveRole(contexts.lead, role, aKey());
      return (ctx, key) => endRole(ctx, { id, validUntil: "2026-04-01" }, key);
    },
    elsewhere: "fact-not-found",
  },
  startSupervision: {
    table: "supervisions",
    action: "supervision.started",
    given: async () => (ctx, key) => {
      const pair = { supervisorId: world.manager.staffId, learnerId: world.ap.staffId };
      return startSupervision(ctx, { ...pair, ...from }, key);
    },
    elsewhere: "staff-not-found",
  },
  endSupervision: {
    table: "supervisions",
    action: "supervision.ended",
    given: async () => {
      const { staffId: learnerId } = await aStaffMember(database.owner, contexts.lead);
      const pair = { supervisorId: world.supervisor.staffId, learnerId, ...from };
      const { id } = await startSupervision(contexts.lead, pair, aKey());
      return (ctx, key) => endSupervision(ctx, { id, validUntil: "2026-03-03" }, key);
    },
    elsewhere: "fact-not-found",
  },
  recordRegistration: {
    table: "registrations",
    action: "registration.recorded",
    given: async () => (ctx, key) => {
      const entry = { body: "NMC", profession: "registered-nurse", number: "99z9999z" } as const;
      return registrations.recordRegistration(
        ctx,
        { staffId: world.manager.staffId, ...entry, ...from },
        key,
      );
    },
    elsewhere: "staff-not-found",
  },
  recordRegistrationCheck: {
    table: "registration_checks",
    action: "registration.checked",
    given: async () => {
      const { staffId } = await aStaffMember(database.owner, contexts.lead);
      const { id: registrationId } = await aRegistration(contexts.lead, staffId, { check: false });
      const found = { outcome: "registered", nextCheckDueOn: "2028-03-01" } as const;
      return (ctx, key) =>
        registrations.recordRegistrationCheck(
          ctx,
          { registrationId, ...found, effectiveOn: null, conditions: null },
          key,
        );
    },
    elsewhere: "registration-not-found",
  },
  clearConditions: {
    table: "condition_clearances",
    action: "conditions.cleared",
    given: async () => {
      const { staffId } = await aStaffMember(database.owner, contexts.lead);
      const { checkId } = await aRegistration(contexts.lead, staffId, { outcome: "conditions" });
      const clearance = { registrationCheckId: checkId ?? "", reason: "Nights only", validUntil: null };
      return (ctx, key) => clearConditions(ctx, clearance, key);
    },
    elsewhere: "check-not-found",
  },
});
