import { beforeAll, expect, test } from "vitest";
import { withTrust } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { approveAssessor } from "@/lib/competencies/assessors/commands";
import { adoptFramework } from "@/lib/competencies/frameworks/commands";
import { isApprovedAssessor } from "@/lib/competencies/queries";
import { setRequirement } from "@/lib/competencies/requirements/commands";
import { requirementsOf } from "@/lib/competencies/requirements/queries";
import { aKey, contextOf, daysAfter } from "@/tests/factories/context";
import { aSecondWorld, aWorld, type World } from "@/tests/factories/world";
import { expectRefused } from "@/tests/support/command-proofs";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
let world: World;
let lead: CommandContext;

beforeAll(async () => {
  world = await aWorld(database);
  lead = await contextOf(world.lead);
});

const requirement = (dueDays: number, validFrom: string, code = "NUC-WB") => ({
  teamId: world.teamId,
  jobRoleId: world.apRoleId,
  competencyId: world.competency(code),
  kind: "mandatory" as const,
  dueDays,
  validFrom,
});

test("a changed requirement leaves what was asked before, and what was known before", async () => {
  await setRequirement(lead, requirement(90, "2026-03-02"), aKey());
  const later = { ...lead, now: daysAfter(10) };
  await setRequirement(later, requirement(30, "2026-05-01"), aKey());
  const due = (on: string, knownAt?: Date) =>
    withTrust(lead.actor, async (tx) =>
      (await requirementsOf(tx, [world.teamId], on, knownAt)).map(({ dueDays }) => dueDays),
    );
  expect(await due("2026-04-30")).toEqual([90]);
  expect(await due("2026-05-01")).toEqual([30]);
  expect(await due("2026-05-01", daysAfter(5))).toEqual([90]);
});

test("the same requirement again is refused", async () => {
  await setRequirement(lead, requirement(90, "2026-03-02", "NUC-DIS"), aKey());
  const again = () => setRequirement(lead, requirement(90, "2026-04-01", "NUC-DIS"), aKey());
  await expectRefused(database, again, "requirement-already-set");
});

test("two leads who set the same requirement at once write it once", async () => {
  const both = [1, 2].map(() => setRequirement(lead, requirement(10, "2026-03-02", "NUC-SPE"), aKey()));
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a framework that builds on another says which to adopt first", async () => {
  const second = await contextOf((await aSecondWorld(database)).lead);
  const adopt = () => adoptFramework(second, { frameworkCode: "MAT" }, aKey());
  const refusal = await expectRefused(database, adopt, "adopt-first");
  expect(refusal.params.titles).toEqual([
    "Core clinical skills (all assistant practitioners)",
    "Operating theatre",
  ]);
});

test("a framework is adopted once", async () => {
  const again = () => adoptFramework(lead, { frameworkCode: "NUC" }, aKey());
  await expectRefused(database, again, "framework-already-adopted");
});

test("a theory item that two frameworks name is one item", async () => {
  await adoptFramework(lead, { frameworkCode: "RAD" }, aKey());
  const rows = await database.superuser`select count(*)::int as versions from competency_version_theory l
    join theory_items t on t.trust_id = l.trust_id and t.id = l.theory_item_id
    where l.trust_id = ${world.trustId} and t.name = 'IR(ME)R operator theory mapped to Schedule 3'`;
  expect(rows[0]?.versions).toBeGreaterThan(10);
});

test("an approval for the framework counts for its competencies alone", async () => {
  const { staffId } = world.supervisor;
  const approved = (code: string, on: string) =>
    withTrust(lead.actor, (tx) => isApprovedAssessor(tx, staffId, world.competency(code), on));
  expect(await approved("NUC-WB", "2026-03-02")).toBe(true);
  expect(await approved("NUC-WB", "2026-03-01")).toBe(false);
  expect(await approved("CORE-OBS", "2026-03-02")).toBe(false);
});

test("nobody approves themselves", async () => {
  const self = { staffId: world.lead.staffId, frameworkId: world.frameworkId, competencyId: null };
  const approve = () => approveAssessor(lead, { ...self, validFrom: "2026-03-02", validUntil: null }, aKey());
  await expectRefused(database, approve, "own-assessor-approval");
});
