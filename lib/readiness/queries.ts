import "server-only";
import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inForce } from "@/db/facts";
import { total } from "@/db/pages";
import { staffMembers, teamMemberships, teams } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { maySeeReadiness, reachOf } from "@/lib/people/policy";
import { hasNotLeft } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";
import { refuse } from "@/lib/platform/refusals";
import type { AsAt } from "./as-at/rules";
import { selectAsked, type TeamMember, type TeamsAsked } from "./asked/queries";
import { selectCellFacts } from "./cells/queries";
import { cellsOf } from "./cells/rules";
import type { Column } from "./columns/rules";
import { assessReadiness, type Readiness } from "./rules";

export interface TeamName {
  id: string;
  name: string;
}

/** A team's readiness, with what its rows and columns are called. */
export interface TeamReadiness {
  team: TeamName;
  readiness: Readiness;
  /** Beside the rows of `readiness`, in the same order. */
  people: TeamMember[];
  /** Beside its columns, in the same order. */
  columns: Column[];
}

export interface TeamReadinessPage extends TeamReadiness {
  parent: TeamName | null;
  subTeams: TeamName[];
}

/** Readiness of one team on a day, past or future. Refuses "not-found" for whoever may not see it. */
export async function getTeamReadiness(
  actor: Actor,
  teamId: string,
  on: IsoDate,
  knownAt?: Date,
): Promise<TeamReadinessPage> {
  if (!maySeeReadiness(actor, teamId).allowed) refuse("not-found", "readiness-not-visible");
  return withTrust(actor, async (tx) => {
    const asAt = { on, knownAt };
    const [family, asked] = await Promise.all([selectFamily(tx, teamId), selectAsked(tx, [teamId], asAt)]);
    const team = family.find(({ id }) => id === teamId);
    if (!team) refuse("not-found", "team-not-found");
    const [assessed] = await assessTeams(tx, [team], asked, asAt);
    if (!assessed) refuse("not-found", "team-not-found");
    const seen = family.filter(({ id }) => id !== teamId && maySeeReadiness(actor, id).allowed);
    return {
      ...assessed,
      parent: seen.find(({ id }) => id === team.parentId) ?? null,
      subTeams: seen.filter(({ parentId }) => parentId === teamId),
    };
  });
}

/** Readiness of the first teams, by name, that the actor leads as manager or deputy: as many queries as for one. */
export async function listManagedReadiness(
  actor: Actor,
  on: IsoDate,
  most: number,
): Promise<TeamReadiness[]> {
  if (actor.managedTeamIds.length === 0) return [];
  return withTrust(actor, async (tx) => {
    const led = await tx
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(inArray(teams.id, actor.managedTeamIds))
      .orderBy(asc(teams.name), asc(teams.id))
      .limit(most);
    if (led.length === 0) return [];
    const asked = await selectAsked(
      tx,
      led.map(({ id }) => id),
      { on },
    );
    return assessTeams(tx, led, asked, { on });
  });
}

const parents = alias(teams, "parents");

export interface TeamRow extends TeamName {
  parentName: string | null;
  people: number;
}

/** The teams whose readiness the actor may see, by name: the SQL side of `maySeeReadiness`. */
export function listReadinessTeams(actor: Actor, on: IsoDate, page: number): Promise<Page<TeamRow>> {
  const reach = reachOf(actor);
  if (reach !== "trust" && reach.length === 0) return Promise.resolve({ rows: [], page: 1, pages: 0 });
  const { limit, offset } = pageWindow(page);
  return withTrust(actor, async (tx) => {
    const rows = await tx
      .select({
        id: teams.id,
        name: teams.name,
        parentName: parents.name,
        people: peopleIn(tx, on),
        total,
      })
      .from(teams)
      .leftJoin(parents, and(eq(parents.trustId, teams.trustId), eq(parents.id, teams.parentId)))
      .where(reach === "trust" ? undefined : inArray(teams.id, reach))
      .orderBy(asc(teams.name), asc(teams.id))
      .limit(limit)
      .offset(offset);
    return toPage(rows, page);
  });
}

function peopleIn(tx: Tx, on: IsoDate) {
  const counted = tx
    .select({ people: sql`count(distinct ${teamMemberships.staffId})::integer` })
    .from(teamMemberships)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, teamMemberships.trustId), eq(staffMembers.id, teamMemberships.staffId)),
    )
    .where(
      and(
        eq(teamMemberships.trustId, teams.trustId),
        eq(teamMemberships.teamId, teams.id),
        inForce(teamMemberships, on),
        hasNotLeft(on),
      ),
    );
  return sql<number>`(${counted})`;
}

/** The team, the one above it and those directly below. */
function selectFamily(tx: Tx, teamId: string) {
  const above = tx.select({ id: teams.parentId }).from(teams).where(eq(teams.id, teamId));
  return tx
    .select({ id: teams.id, name: teams.name, parentId: teams.parentId })
    .from(teams)
    .where(or(eq(teams.id, teamId), eq(teams.parentId, teamId), inArray(teams.id, above)))
    .orderBy(asc(teams.name), asc(teams.id));
}

/** Assesses all the teams in one more trip to the database, whatever the number of teams, people and competencies. */
async function assessTeams(
  tx: Tx,
  named: readonly TeamName[],
  { members, requirements: required, covers }: TeamsAsked,
  asAt: AsAt,
): Promise<TeamReadiness[]> {
  const competencyIds = [...new Set([...required, ...covers].map(({ competencyId }) => competencyId))];
  const staffIds = [...new Set(members.map(({ staffId }) => staffId))];
  const { columns, facts } = await selectCellFacts(tx, { staffIds, competencyIds }, asAt);
  const cells = cellsOf(facts, columns, asAt.on);
  const place = new Map(columns.map(({ competencyId }, index) => [competencyId, index]));
  const inOrder = <Row extends { teamId: string; competencyId: string }>(rows: Row[], teamId: string) =>
    rows
      .filter((row) => row.teamId === teamId)
      .sort((a, b) => (place.get(a.competencyId) ?? 0) - (place.get(b.competencyId) ?? 0));
  return named.map(({ id, name }) => {
    const people = members.filter(({ teamId }) => teamId === id);
    const asked = { requirements: inOrder(required, id), covers: inOrder(covers, id) };
    const readiness = assessReadiness({ ...asked, people, cells }, asAt.on);
    const shown = new Set(readiness.competencyIds);
    const byId = new Map(columns.map((column) => [column.competencyId, column]));
    return {
      team: { id, name },
      readiness,
      people,
      columns: [...shown].flatMap((competencyId) => byId.get(competencyId) ?? []),
    };
  });
}
