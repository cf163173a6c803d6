import { describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permission";
import {
  mayAdoptFrameworks,
  mayApproveAssessors,
  mayCheckRegistrations,
  mayClearConditions,
  mayManageRequirements,
  maySeeReadiness,
  maySeeRecord,
  type Relation,
  relationTo,
} from "@/lib/people/policy";
import { peopleRefusals } from "@/lib/people/words";
import { anActor } from "./actors";

const subject = { staffId: "subject", teamIds: ["team", "second-team"] };

/** Where the role stands: named for the person's team, for another, or for the whole trust. */
const reaches = { "their team": "team", "another team": "other", "the trust": null } as const;
type Reach = keyof typeof reaches;

/** What each role alone makes of its holder; a role that is not named makes nothing. */
const fromRole: Partial<Record<Role, (reach: Reach) => Relation[]>> = {
  lead: () => ["lead"],
  educator: (reach) => (reach === "another team" ? [] : ["educates"]),
  auditor: (reach) => (reach === "another team" ? [] : ["reads"]),
  "radiation-expert": (reach) => (reach === "another team" ? [] : ["reads"]),
  "physics-expert": (reach) => (reach === "another team" ? [] : ["reads"]),
  authoriser: (reach) => (reach === "another team" ? [] : ["reads"]),
};

/** What else ties people together, whatever role they hold. */
const ties: Record<string, { changes: Partial<Actor>; relations: Relation[] }> = {
  "a colleague in the team": { changes: { teamIds: ["team"] }, relations: [] },
  themselves: { changes: { staffId: "subject", teamIds: ["team"] }, relations: ["self"] },
  "their supervisor": { changes: { superviseeIds: ["someone", "subject"] }, relations: ["supervises"] },
  "another's supervisor": { changes: { superviseeIds: ["someone"] }, relations: [] },
  "their manager": { changes: { managedTeamIds: ["second-team"] }, relations: ["manages"] },
  "another team's manager": { changes: { managedTeamIds: ["other"] }, relations: [] },
  "the manager themselves": {
    changes: { staffId: "subject", managedTeamIds: ["team"], superviseeIds: ["subject"] },
    relations: ["self"],
  },
};

const cases = roles.flatMap((role) =>
  (Object.keys(reaches) as Reach[]).flatMap((reach) =>
    Object.entries(ties).map(([tie, { changes, relations }]) => ({
      role,
      reach,
      tie,
      actor: anActor({ ...changes, roles: [{ role, teamId: reaches[reach] }] }),
      relations: [...relations, ...(fromRole[role]?.(reach) ?? [])],
    })),
  ),
);

test.each(cases)("$role for $reach, $tie: $relations", ({ actor, relations }) => {
  expect([...relationTo(actor, subject)].sort()).toEqual([...relations].sort());
  expectAnswer(maySeeRecord(actor, subject), relations.length > 0);
});

test("nobody without a role or a tie sees anything", () => {
  expectAnswer(maySeeRecord(anActor(), subject), false);
  expectAnswer(maySeeRecord(anActor({ teamIds: ["team"] }), { staffId: "subject", teamIds: [] }), false);
});

describe("the education lead's jobs", () => {
  const jobs: Record<string, (actor: Actor, staffId?: string) => Permission> = {
    mayCheckRegistrations,
    mayClearConditions,
    mayApproveAssessors,
    mayAdoptFrameworks: (actor) => mayAdoptFrameworks(actor),
    mayManageRequirements: (actor) => mayManageRequirements(actor, "team"),
  };

  test.each(Object.keys(jobs).flatMap((job) => roles.map((role) => [job, role] as const)))(
    "%s as %s",
    (job, role) => {
      const actor = anActor({ roles: [{ role, teamId: null }], managedTeamIds: ["team"] });
      expectAnswer(jobs[job]?.(actor), role === "lead");
      expectAnswer(jobs[job]?.(actor, "somebody-else"), role === "lead");
    },
  );

  test.each(["mayCheckRegistrations", "mayClearConditions", "mayApproveAssessors"])(
    "%s, never for oneself",
    (job) => {
      const lead = anActor({ staffId: "lead", roles: [{ role: "lead", teamId: null }] });
      expectAnswer(jobs[job]?.(lead, "lead"), false);
    },
  );
});

describe("a team's readiness", () => {
  const everywhere: Role[] = [
    "lead",
    "educator",
    "auditor",
    "radiation-expert",
    "physics-expert",
    "authoriser",
  ];
  test.each(roles)("as %s", (role) => {
    const may = (teamId: string | null) => maySeeReadiness(anActor({ roles: [{ role, teamId }] }), "team");
    expectAnswer(may(null), everywhere.includes(role));
    expectAnswer(may("team"), everywhere.includes(role));
    expectAnswer(may("other"), role === "lead");
  });

  test("as its manager, and as another team's", () => {
    expectAnswer(maySeeReadiness(anActor({ managedTeamIds: ["team"] }), "team"), true);
    expectAnswer(maySeeReadiness(anActor({ managedTeamIds: ["other"], teamIds: ["team"] }), "team"), false);
  });
});

function expectAnswer(answer: Permission | undefined, allowed: boolean): void {
  expect(answer?.allowed).toBe(allowed);
  if (answer && !answer.allowed) expect(peopleRefusals[answer.code]?.(answer.params ?? {})).toMatch(/^[A-Z]/);
}
