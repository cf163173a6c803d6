import { beforeAll } from "vitest";
import type { CommandContext } from "@/lib/auth/actor";
import { approveAssessor, endAssessorApproval } from "@/lib/competencies/assessors/commands";
import { adoptFramework } from "@/lib/competencies/frameworks/commands";
import { endCover, endRequirement, setCover, setRequirement } from "@/lib/competencies/requirements/commands";
import { aKey, contextOf } from "@/tests/factories/context";
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

const validFrom = "2026-03-02";
const requirement = (code: string) => ({
  teamId: world.teamId,
  jobRoleId: world.apRoleId,
  competencyId: world.competency(code),
  kind: "mandatory" as const,
  dueDays: 90,
  validFrom,
});
const cover = (code: string) => ({
  teamId: world.teamId,
  competencyId: world.competency(code),
  shiftPattern: "days" as const,
  minimum: 2,
  validFrom,
});
const approval = (code: string) => ({
  staffId: world.manager.staffId,
  frameworkId: null,
  competencyId: world.competency(code),
  validFrom,
  validUntil: null,
});

proveLeadCommands(database, contexts, {
  adoptFramework: {
    table: "frameworks",
    action: "framework.adopted",
    given: async () => (ctx, key) => adoptFramework(ctx, { frameworkCode: "OT" }, key),
  },
  setRequirement: {
    table: "requirements",
    action: "requirement.set",
    given: async () => (ctx, key) => setRequirement(ctx, requirement("NUC-WB"), key),
    elsewhere: "team-not-found",
  },
  endRequirement: {
    table: "requirements",
    action: "requirement.ended",
    given: async () => {
      const { id } = await setRequirement(contexts.lead, requirement("NUC-ID"), aKey());
      return (ctx, key) => endRequirement(ctx, { id, validUntil: null }, key);
    },
    elsewhere: "fact-not-found",
  },
  setCover: {
    table: "covers",
    action: "cover.set",
    given: async () => (ctx, key) => setCover(ctx, cover("NUC-WB"), key),
    elsewhere: "team-not-found",
  },
  endCover: {
    table: "covers",
    action: "cover.ended",
    given: async () => {
      const { id } = await setCover(contexts.lead, cover("NUC-ID"), aKey());
      return (ctx, key) => endCover(ctx, { id, validUntil: "2026-09-01" }, key);
    },
    elsewhere: "fact-not-found",
  },
  approveAssessor: {
    table: "assessor_approvals",
    action: "assessor.approved",
    given: async () => (ctx, key) => approveAssessor(ctx, approval("NUC-WB"), key),
    elsewhere: "staff-not-found",
  },
  endAssessorApproval: {
    table: "assessor_approvals",
    action: "assessor.ended",
    given: async () => {
      const { id } = await approveAssessor(contexts.lead, approval("NUC-ID"), aKey());
      return (ctx, key) => endAssessorApproval(ctx, { id, validUntil: null }, key);
    },
    elsewhere: "fact-not-found",
  },
});
