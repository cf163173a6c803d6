import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Role } from "@/lib/auth/actor";
import { Refusal } from "@/lib/platform/refusals";
import { lastInstantOf } from "@/lib/readiness/as-at/rules";
import { getTeamReadiness, listManagedReadiness, listReadinessTeams } from "@/lib/readiness/queries";
import type { Readiness } from "@/lib/readiness/rules";
import { isHeld } from "@/lib/sign-off/holding/status/rules";
import { useDatabase } from "@/tests/support/database";
import { readEverything, readinessOneByOne } from "./one-by-one";
import { aRandomWorld, type World } from "./random-world/random-world";

const database = useDatabase();
const size = { people: 14, competencies: 8, practicesPerPair: 3 };
const dates = [
  "2024-02-01",
  "2024-11-15",
  "2025-03-29",
  "2025-07-01",
  "2025-12-31",
  "2026-01-01",
  "2026-05-14",
  "2027-02-01",
];
let world: World;
let other: World;

beforeAll(async () => {
  world = await aRandomWorld(database.superuser, 1, size);
  other = await aRandomWorld(database.superuser, 2, size);
});

describe("readiness of a team", () => {
  test.each([1, 3, 4, 5])(
    "is what each person's facts say one by one, on any date (world %i)",
    async (seed) => {
      const { actor, teamId } = await aRandomWorld(database.superuser, seed, size);
      const tables = await readEverything(database.superuser, actor.trustId);
      const words = new Set<string | null>();
      for (const on of dates) {
        for (const knownAt of [undefined, lastInstantOf(on), lastInstantOf("2025-06-01")]) {
          const { readiness } = await getTeamReadiness(actor, teamId, on, knownAt);
          expect(plain(readiness), `${on} ${knownAt?.toISOString() ?? "now"}`).toEqual(
            plain(readinessOneByOne(tables, teamId, on, knownAt)),
          );
          for (const { cells } of readiness.rows) for (const { word } of cells) words.add(word);
        }
      }
      expect([...words].sort()).toEqual(["current", "due", "not current", "training", null].sort());
    },
  );

  test("rows and columns come with what they are called", async () => {
    const { readiness, people, columns, team, subTeams, parent } = await getTeamReadiness(
      world.actor,
      world.teamId,
      "2025-07-01",
    );
    expect(columns.map(({ competencyId }) => competencyId)).toEqual(readiness.competencyIds);
    expect(people.map(({ staffId }) => staffId)).toEqual(readiness.rows.map(({ staffId }) => staffId));
    expect(team.name).toBe("Team");
    expect(subTeams).toMatchObject([{ id: world.emptyTeamId, name: "Empty" }]);
    expect(parent).toBeNull();
  });

  test("a team without people or requirements is empty, not a fault", async () => {
    const { readiness, parent } = await getTeamReadiness(world.actor, world.emptyTeamId, "2025-07-01");
    expect(readiness).toMatchObject({ competencyIds: [], rows: [], cover: [] });
    expect(parent?.id).toBe(world.teamId);
  });

  test("the teams that somebody leads are assessed together as they are alone", async () => {
    const together = await listManagedReadiness(world.actor, "2025-07-01", 10);
    expect(together.map(({ team }) => team.name)).toEqual(["Empty", "Team"]);
    const { readiness } = await getTeamReadiness(world.actor, world.teamId, "2025-07-01");
    expect(together[1]?.readiness).toEqual(readiness);
  });
});

describe("who may see a team's readiness", () => {
  const teamRoles: Role[] = [
    "assistant-practitioner",
    "supervisor",
    "educator",
    "authoriser",
    "lead",
    "auditor",
    "radiation-expert",
    "physics-expert",
    "tutor",
  ];
  const seeing = ["educator", "authoriser", "auditor", "radiation-expert", "physics-expert"];

  test.each(teamRoles)("%s of the team", async (role) => {
    await expectSight(
      { roles: [{ role, teamId: world.teamId }], managedTeamIds: [] },
      [...seeing, "lead"].includes(role),
    );
  });

  test.each(teamRoles)("%s of another team", async (role) => {
    await expectSight({ roles: [{ role, teamId: randomUUID() }], managedTeamIds: [] }, role === "lead");
  });

  test("a member of the team without a role", async () => {
    await expectSight({ roles: [], teamIds: [world.teamId], managedTeamIds: [] }, false);
  });

  test("nobody of another trust, whatever they claim", async () => {
    const stranger: Actor = {
      ...other.actor,
      managedTeamIds: [world.teamId],
      roles: [{ role: "lead", teamId: null }],
    };
    await expect(getTeamReadiness(stranger, world.teamId, "2025-07-01")).rejects.toMatchObject({
      kind: "not-found",
    });
    const { rows } = await listReadinessTeams(stranger, "2025-07-01", 1);
    expect(rows.map(({ id }) => id)).not.toContain(world.teamId);
  });

  async function expectSight(changes: Partial<Actor>, sees: boolean): Promise<void> {
    const actor = { ...world.actor, ...changes };
    const { rows } = await listReadinessTeams(actor, "2025-07-01", 1);
    expect(rows.some(({ id }) => id === world.teamId)).toBe(sees);
    const asked = getTeamReadiness(actor, world.teamId, "2025-07-01");
    if (sees) expect((await asked).team.id).toBe(world.teamId);
    else await expect(asked).rejects.toThrow(Refusal);
  }
});

test("the list counts a team's people once each, as the team's page does", async () => {
  const { people } = await getTeamReadiness(world.actor, world.teamId, "2025-07-01");
  const { rows, pages } = await listReadinessTeams(world.actor, "2025-07-01", 1);
  expect(pages).toBe(1);
  expect(rows).toEqual([
    { id: world.emptyTeamId, name: "Empty", parentName: "Team", people: 0 },
    {
      id: world.teamId,
      name: "Team",
      parentName: null,
      people: new Set(people.map(({ staffId }) => staffId)).size,
    },
  ]);
});

/** Without the order of equals, and without the authority of somebody who has nothing that it could be for. */
function plain({ expiring, cover, rows, competencyIds }: Readiness) {
  const sorted = (facts: unknown[]) => facts.map((fact) => JSON.stringify(fact)).sort();
  return {
    competencyIds,
    rows: rows.map(({ cells, ...row }) => ({
      ...row,
      cells: cells.map(({ authority, ...cell }) => ({
        ...cell,
        ...(isHeld(cell.status) ? { authority } : {}),
      })),
    })),
    cover: sorted(cover),
    expiring: [expiring.within30, expiring.within60, expiring.within90].map(sorted),
  };
}
