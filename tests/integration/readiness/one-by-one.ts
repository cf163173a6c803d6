import type postgres from "postgres";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import type { CellFact, Readiness } from "@/lib/readiness/rules";
import { authorityStatus } from "@/lib/sign-off/authority/rules";
import { type HoldingEvent, holdingOn, lastSignedOffOn } from "@/lib/sign-off/holding/rules";
import { holdingStatus, isHeld } from "@/lib/sign-off/holding/status/rules";
import { isOpen } from "@/lib/sign-off/workflow";
import { assessReadiness } from "@/tests/support/readiness";

// biome-ignore lint/suspicious/noExplicitAny: rows of any table, as the database has them
type Row = Record<string, any>;
export type Tables = Record<(typeof names)[number], Row[]>;

const names = [
  "team_memberships",
  "staff_members",
  "requirements",
  "covers",
  "framework_versions",
  "competency_versions",
  "competency_version_theory",
  "competencies",
  "frameworks",
  "theory_completions",
  "holding_events",
  "authorities",
  "authority_acceptances",
  "practices",
  "sign_off_requests",
  "sign_off_steps",
] as const;

/** Every row of the trust: days and instants as text. */
export async function readEverything(superuser: postgres.Sql, trustId: string): Promise<Tables> {
  const tables = {} as Tables;
  for (const name of names) {
    const rows =
      await superuser`select to_jsonb(t) as row from ${superuser(name)} t where trust_id = ${trustId}`;
    tables[name] = rows.map(({ row }) => row);
  }
  return tables;
}

/** What would be on record if nothing had been signed in error. */
function neverInError(events: HoldingEvent[]): HoldingEvent[] {
  const errors = events.flatMap(({ voidsEventId }) => voidsEventId ?? []);
  return events.filter(({ id, kind }) => kind !== "voided" && !errors.includes(id));
}

/** The same answer as getTeamReadiness, thought out anew from all rows: one person and one competency at a time. */
export function readinessOneByOne(tables: Tables, teamId: string, on: IsoDate, knownAt?: Date): Readiness {
  const recordedBy = (instant: string) => !knownAt || new Date(instant) <= knownAt;
  const isKnown = (row: Row) =>
    knownAt
      ? recordedBy(row.recorded_at) && (!row.superseded_at || !recordedBy(row.superseded_at))
      : !row.superseded_at;
  const holds = (row: Row) =>
    isKnown(row) && row.valid_from <= on && (row.valid_until === null || row.valid_until > on);
  const ofTeam = (row: Row) => row.team_id === teamId && holds(row);
  const dated = (row: Row) => ({ validFrom: row.valid_from, validUntil: row.valid_until });

  const versionOf = (competencyId: string): Row => {
    const found = tables.competency_versions.find(
      (version) =>
        version.competency_id === competencyId &&
        tables.framework_versions.some((one) => one.id === version.framework_version_id && holds(one)),
    );
    if (!found) throw new Error("no version in force");
    return found;
  };
  const codeOf = ({ competency_id: id }: Row): string => {
    const competency = tables.competencies.find((one) => one.id === id);
    const framework = tables.frameworks.find((one) => one.id === competency?.framework_id);
    return `${framework?.code} ${competency?.code}`;
  };
  const byCode = (a: Row, b: Row) => codeOf(a).localeCompare(codeOf(b));

  const people = tables.team_memberships
    .filter(ofTeam)
    .flatMap((post) => {
      const person = tables.staff_members.find(({ id }) => id === post.staff_id);
      if (!person || (person.ended_on !== null && person.ended_on <= on)) return [];
      const { staff_id: staffId, job_role_id: jobRole, shift_pattern: shiftPattern } = post;
      return [{ staffId, name: person.name, jobRole, shiftPattern, ...dated(post), postId: post.id }];
    })
    .sort((a, b) => (a.name + a.postId < b.name + b.postId ? -1 : 1));
  const requirements = tables.requirements.filter(ofTeam).sort(byCode);
  const covers = tables.covers.filter(ofTeam).sort(byCode);

  const cells = people.flatMap(({ staffId }) =>
    [...new Set([...requirements, ...covers].map((row) => row.competency_id as string))].map(
      (competencyId): CellFact => {
        const mine = (row: Row) => row.staff_id === staffId && row.competency_id === competencyId;
        const version = versionOf(competencyId);
        const recorded = tables.holding_events.filter(mine).map((row) => ({
          id: row.id,
          kind: row.kind,
          on: row.on_date,
          recordedAt: row.recorded_at,
          expiresOn: row.expires_on,
          voidsEventId: row.voids_event_id ?? undefined,
        }));
        const events = neverInError(recorded.filter(({ recordedAt }) => recordedBy(recordedAt)));
        const asAt = { on, knownAt: knownAt?.toISOString() ?? null };
        const since = lastSignedOffOn(events, asAt);
        const practised = tables.practices.some(
          (row) =>
            mine(row) &&
            row.submitted &&
            isKnown(row) &&
            row.performed_on <= on &&
            (since === null || row.performed_on > since),
        );
        const items = tables.competency_version_theory
          .filter((link) => link.competency_version_id === version.id)
          .map((link) => link.theory_item_id);
        const theory = tables.theory_completions.some(
          (row) =>
            row.staff_id === staffId &&
            items.includes(row.theory_item_id) &&
            row.completed_on <= on &&
            isKnown(row),
        );
        const states = tables.sign_off_requests.filter(mine).map((request) => {
          const steps = tables.sign_off_steps.filter(
            (step) =>
              step.request_id === request.id && londonDate(step.taken_at) <= on && recordedBy(step.taken_at),
          );
          return steps.sort((a, b) => a.number - b.number).at(-1)?.to_state;
        });
        const requestState = states.find((state) => state && isOpen(state)) ?? null;
        const learning = {
          started: practised || theory,
          practiceMet: false,
          theoryMet: false,
          prerequisitesMet: false,
          requestState,
        };
        const status = holdingStatus({ events, noticeDays: version.notice_days, learning }, asAt);
        if (status === "voided") throw new Error("what was signed in error still shows");
        const grants = tables.authorities
          .filter((row) => mine(row) && isKnown(row))
          .map((row) => ({
            kind: row.kind,
            competencyId,
            equipmentId: row.equipment_id,
            ...dated(row),
            acceptedOn:
              tables.authority_acceptances.find(
                (one) => one.authority_id === row.id && recordedBy(one.accepted_at),
              )?.accepted_on ?? null,
          }));
        const rule = {
          needsEntitlement: version.needs_entitlement,
          needsScopeExtension: version.needs_scope_extension,
        };
        return {
          staffId,
          competencyId,
          status,
          authority: authorityStatus(rule, grants, on),
          expiresOn: isHeld(status) ? (holdingOn(events, asAt).restsOn?.expiresOn ?? null) : null,
        };
      },
    ),
  );
  return assessReadiness(
    {
      requirements: requirements.map((row) => ({
        competencyId: row.competency_id,
        jobRole: row.job_role_id,
        kind: row.kind,
        dueDays: row.due_days,
        ...dated(row),
      })),
      covers: covers.map((row) => ({
        competencyId: row.competency_id,
        shiftPattern: row.shift_pattern,
        minimum: row.minimum,
        ...dated(row),
      })),
      people,
      cells,
    },
    on,
  );
}
