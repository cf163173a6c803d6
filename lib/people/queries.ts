import "server-only";
import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { inForce, known } from "@/db/facts";
import { anyOf } from "@/db/ids";
import {
  conditionClearances,
  registrationChecks,
  registrations,
  staffMembers,
  teamMemberships,
  teams,
} from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/platform/clock";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { reachOf, type Subject } from "./policy";
import {
  type ConditionClearance,
  type RegistrationBody,
  type RegistrationCheck,
  type RegistrationStanding,
  registrationStanding,
} from "./rules";

/**
 * Whose rows the actor may see, as a condition on a column of staff ids: the SQL side of `maySeeRecord`.
 * A role that is named for a team reaches the teams below it.
 */
export function visibleTo(actor: Actor, staffId: AnyPgColumn, on: IsoDate = londonDate(now())): SQL {
  const reach = reachOf(actor);
  if (reach === "trust") return sql`true`;
  const conditions: (SQL | undefined)[] = [eq(staffId, actor.staffId)];
  if (actor.superviseeIds.length > 0) conditions.push(inArray(staffId, actor.superviseeIds));
  if (reach.length > 0) conditions.push(memberBelow(staffId, reach, on));
  return or(...conditions) ?? sql`false`;
}

function memberBelow(staffId: AnyPgColumn, teamIds: readonly string[], on: IsoDate): SQL {
  return sql`${staffId} in (
    select ${teamMemberships.staffId} from ${teamMemberships}
    where ${inForce(teamMemberships, on)} and ${teamMemberships.teamId} in (${teamsBelow(teamIds)}))`;
}

/** The teams named and every team below them. */
function teamsBelow(teamIds: readonly string[]): SQL {
  const named = sql.join(
    teamIds.map((id) => sql`(${id}::uuid)`),
    sql`, `,
  );
  return sql`with recursive below(id) as (
    values ${named} union select child.id from ${teams} child join below on child.parent_id = below.id)
    select id from below`;
}

/** Whom an act concerns, as policies ask: with their teams on the day and the teams above those. */
export async function getSubject(tx: Tx, staffId: string, on: IsoDate): Promise<Subject> {
  const [subject] = await tx.execute<{ team_ids: string[] }>(sql`
    select to_jsonb(array(
      with recursive above(id, parent_id) as (
        select t.id, t.parent_id from ${teamMemberships}
        join ${teams} t on t.trust_id = ${teamMemberships.trustId} and t.id = ${teamMemberships.teamId}
        where ${teamMemberships.staffId} = ${staffMembers.id} and ${inForce(teamMemberships, on)}
        union select t.id, t.parent_id from ${teams} t join above on t.id = above.parent_id)
      select id from above)) as team_ids
    from ${staffMembers} where ${staffMembers.id} = ${staffId}`);
  if (!subject) refuse("not-found", "staff-not-found");
  return { staffId, teamIds: subject.team_ids };
}

/** A registration with everything that its standing is computed from, and that standing on the day asked for. */
export interface RegistrationRow {
  id: string;
  staffId: string;
  body: RegistrationBody;
  profession: string;
  number: string;
  standing: RegistrationStanding;
  check: CheckRow | null;
  checks: CheckRow[];
  clearances: ConditionClearance[];
}

export interface CheckRow extends RegistrationCheck {
  conditions: string | null;
}

/** The registrations of several people, as they stood on a day and were known at an instant (left out: now). */
export async function registrationsOf(
  tx: Tx,
  staffIds: readonly string[],
  on: IsoDate,
  knownAt?: Date,
): Promise<RegistrationRow[]> {
  if (staffIds.length === 0) return [];
  const rows = await tx
    .select({ registration: registrationColumns, check: checkColumns })
    .from(registrations)
    .leftJoin(
      registrationChecks,
      and(
        eq(registrationChecks.trustId, registrations.trustId),
        eq(registrationChecks.registrationId, registrations.id),
        knownAt ? lte(registrationChecks.recordedAt, knownAt) : undefined,
      ),
    )
    .where(and(anyOf(registrations.staffId, staffIds), inForce(registrations, on, knownAt)))
    .orderBy(asc(registrations.staffId), asc(registrations.id));
  const conditional = rows.flatMap(({ check }) => (check?.outcome === "conditions" ? [check.id] : []));
  const clearances = await clearancesOf(tx, conditional, knownAt);
  return withStandings(rows, clearances, on, knownAt);
}

async function clearancesOf(tx: Tx, checkIds: string[], knownAt?: Date): Promise<ConditionClearance[]> {
  if (checkIds.length === 0) return [];
  const rows = await tx
    .select({
      registrationCheckId: conditionClearances.registrationCheckId,
      validFrom: conditionClearances.validFrom,
      validUntil: conditionClearances.validUntil,
      recordedAt: conditionClearances.recordedAt,
    })
    .from(conditionClearances)
    .where(
      and(anyOf(conditionClearances.registrationCheckId, checkIds), known(conditionClearances, knownAt)),
    );
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}

type JoinedRow = { registration: Omit<RegistrationRow, "standing" | "check" | "checks" | "clearances"> } & {
  check: (Omit<CheckRow, "recordedAt"> & { recordedAt: Date }) | null;
};

function withStandings(
  rows: readonly JoinedRow[],
  clearances: readonly ConditionClearance[],
  on: IsoDate,
  knownAt?: Date,
): RegistrationRow[] {
  const found = new Map(rows.map(({ registration }) => [registration.id, registration]));
  return [...found.values()].map((registration) => {
    const checks = rows.flatMap(({ registration: { id }, check }) =>
      check && id === registration.id ? [{ ...check, recordedAt: check.recordedAt.toISOString() }] : [],
    );
    const mine = clearances.filter(({ registrationCheckId }) =>
      checks.some(({ id }) => id === registrationCheckId),
    );
    const { standing, check } = registrationStanding(checks, mine, on, knownAt?.toISOString());
    const deciding = checks.find(({ id }) => id === check?.id) ?? null;
    return { ...registration, standing, check: deciding, checks, clearances: mine };
  });
}

const registrationColumns = {
  id: registrations.id,
  staffId: registrations.staffId,
  body: registrations.body,
  profession: registrations.profession,
  number: registrations.number,
};

const checkColumns = {
  id: registrationChecks.id,
  outcome: registrationChecks.outcome,
  checkedOn: registrationChecks.checkedOn,
  effectiveOn: registrationChecks.effectiveOn,
  nextCheckDueOn: registrationChecks.nextCheckDueOn,
  conditions: registrationChecks.conditions,
  recordedAt: registrationChecks.recordedAt,
};

/** The staff member has not left the trust by the day. */
export function hasNotLeft(on: IsoDate): SQL | undefined {
  return or(isNull(staffMembers.endedOn), gt(staffMembers.endedOn, on));
}

/** May the actor open the person's record on the day? */
export async function seesRecord(tx: Tx, actor: Actor, staffId: string, on: IsoDate): Promise<boolean> {
  const [seen] = await tx
    .select({ id: staffMembers.id })
    .from(staffMembers)
    .where(and(eq(staffMembers.id, staffId), visibleTo(actor, staffMembers.id, on)));
  return seen !== undefined;
}
