import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { Actor } from "@/lib/auth/actor";
import { addDays, type IsoDate } from "@/lib/platform/dates";
import { authorityKinds } from "@/lib/sign-off/authority/rules";
import { holdingEventKinds } from "@/lib/sign-off/holding/rules";

export interface WorldSize {
  people: number;
  competencies: number;
  practicesPerPair: number;
}

export interface World {
  actor: Actor;
  teamId: string;
  emptyTeamId: string;
}

export const firstDay = "2024-01-01";
export const lastDay = "2026-12-31";
const days = 1095;

/**
 * A trust with one team of people at every stage, many of whose facts were back-dated, corrected or voided. The rows
 * are written past the foreign keys: what is tried here is reading, on more shapes of history than commands allow.
 */
export async function aRandomWorld(superuser: postgres.Sql, seed: number, size: WorldSize): Promise<World> {
  const make = new Maker(seed);
  const trustId = randomUUID();
  const ods = `T${trustId.replaceAll("-", "").slice(0, 7).toUpperCase()}`;
  const teamId = randomUUID();
  const emptyTeamId = randomUUID();
  const actor: Actor = {
    accountId: randomUUID(),
    trustId,
    ods,
    trustName: "Invented trust",
    demo: true,
    staffId: randomUUID(),
    name: "Invented manager",
    roles: [{ role: "manager", teamId }],
    teamIds: [],
    managedTeamIds: [teamId, emptyTeamId],
    superviseeIds: [],
  };
  const tables = rowsOf(make, size, { trustId, teamId, emptyTeamId });
  await superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`select set_config('app.trust_id', ${trustId}, true)`;
    await sql`insert into trusts (id, ods_code, name, is_demo, created_at)
      values (${trustId}, ${ods}, 'Invented trust', true, now())`;
    for (const [table, rows] of Object.entries(tables)) {
      for (let start = 0; start < rows.length; start += 1000) {
        const some = rows.slice(start, start + 1000).map((row) => ({ trust_id: trustId, ...row }));
        await sql`insert into ${sql(table)} select * from jsonb_populate_recordset(null::${sql(table)}, ${sql.json(some as never)})`;
      }
    }
  });
  return { actor, teamId, emptyTeamId };
}

type Row = Record<string, unknown>;

/** Random choices that are the same each time. */
class Maker {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (this.state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((this.state / 4294967296) * limit);
  }

  often(chance: number): boolean {
    return this.below(100) < chance;
  }

  one<T>(among: readonly T[]): T {
    return among[this.below(among.length)] as T;
  }

  day(): IsoDate {
    return addDays(firstDay, this.below(days));
  }

  /** Recorded on the day, or some time afterwards. */
  recorded(on: IsoDate): string {
    const late = this.often(30) ? this.below(120) : 0;
    return `${addDays(on, late)}T${String(this.below(24)).padStart(2, "0")}:30:00Z`;
  }

  /** A dated fact; one in four has been corrected by a second row since. */
  dated(row: Row): Row[] {
    const from = this.often(60) ? firstDay : this.day();
    const recordedAt = this.recorded(from);
    const first = {
      ...row,
      id: randomUUID(),
      valid_from: from,
      valid_until: this.often(30) ? addDays(from, this.below(500)) : null,
      recorded_at: recordedAt,
      recorded_by_id: randomUUID(),
    };
    if (!this.often(25)) return [first];
    const correctedAt = `${addDays(recordedAt.slice(0, 10), this.below(300) + 1)}T12:00:00Z`;
    const until = this.often(50) ? addDays(from, this.below(600)) : null;
    const second = { ...first, id: randomUUID(), valid_until: until, recorded_at: correctedAt };
    return [first, { ...second, supersedes_id: first.id }];
  }
}

interface Place {
  trustId: string;
  teamId: string;
  emptyTeamId: string;
}

function rowsOf(make: Maker, size: WorldSize, { teamId, emptyTeamId }: Place): Record<string, Row[]> {
  const at = `${firstDay}T00:00:00Z`;
  const jobRoles = ["ap", "hca"].map((code) => ({ id: randomUUID(), code, title: code, recorded_at: at }));
  const people = Array.from({ length: size.people }, (_, n) => ({
    id: randomUUID(),
    name: `Person ${100 + n}`,
    search_name: `person ${100 + n}`,
    employee_number: `E${n}`,
    started_on: firstDay,
    ended_on: make.often(5) ? make.day() : null,
    recorded_at: at,
  }));
  const posts = people.flatMap(({ id }) => {
    const post = () => ({ staff_id: id, team_id: teamId, job_role_id: make.one(jobRoles).id, band: "4" });
    const pattern = () => make.one(["any", "days", "nights", "weekends"]);
    const second = make.often(10) ? make.dated({ ...post(), shift_pattern: pattern() }) : [];
    return [...make.dated({ ...post(), shift_pattern: pattern() }), ...second];
  });
  const studied = frameworkRows(make, size.competencies, at);
  const pairs = people.flatMap((person) =>
    studied.competencies.map((competency) => ({ staff_id: person.id, competency_id: competency.id })),
  );
  const requirements = studied.competencies.flatMap((competency) =>
    jobRoles.flatMap(({ id }) =>
      make.often(80)
        ? make.dated({
            team_id: teamId,
            job_role_id: id,
            competency_id: competency.id,
            kind: make.one(["mandatory", "optional"]),
            due_days: make.below(120),
          })
        : [],
    ),
  );
  const covers = studied.competencies.flatMap((competency) =>
    make.dated({
      team_id: teamId,
      competency_id: competency.id,
      shift_pattern: make.one(["any", "days", "nights", "weekends"]),
      minimum: 1 + make.below(3),
    }),
  );
  const histories = pairs.map((pair) => historyOf(make, pair, size.practicesPerPair));
  const of = (table: keyof History) => histories.flatMap((history) => history[table]);
  return {
    staff_members: people,
    job_roles: jobRoles,
    teams: [
      { id: teamId, code: "t", name: "Team", recorded_at: at },
      { id: emptyTeamId, code: "e", name: "Empty", parent_id: teamId, recorded_at: at },
    ],
    team_memberships: posts,
    frameworks: studied.frameworks,
    framework_versions: studied.frameworkVersions,
    competency_groups: studied.groups,
    competencies: studied.competencies,
    competency_versions: studied.versions,
    theory_items: studied.theory,
    competency_version_theory: studied.links,
    requirements,
    covers,
    theory_completions: people.flatMap((person) =>
      studied.theory.flatMap((item) => {
        const on = make.day();
        const row = { id: randomUUID(), staff_id: person.id, theory_item_id: item.id, completed_on: on };
        return make.often(30)
          ? [{ ...row, recorded_at: make.recorded(on), recorded_by_id: randomUUID() }]
          : [];
      }),
    ),
    holding_events: of("events"),
    authorities: of("authorities"),
    authority_acceptances: of("acceptances"),
    practices: of("practices"),
    sign_off_requests: of("requests"),
    sign_off_steps: of("steps"),
  };
}

/** Two frameworks; the first has a second version from 2026 on, with other rules. */
function frameworkRows(make: Maker, count: number, at: string) {
  const frameworks = ["A", "B"].map((code) => ({ id: randomUUID(), code, recorded_at: at }));
  const [first = {}, second = {}]: Row[] = frameworks;
  const version = (framework: Row, number: number, from: string, until: string | null) => ({
    id: randomUUID(),
    framework_id: framework.id,
    number,
    title: "Framework",
    description: "",
    product_defaults: true,
    valid_from: from,
    valid_until: until,
    recorded_at: at,
  });
  const frameworkVersions = [
    version(first, 1, firstDay, "2026-01-01"),
    version(first, 2, "2026-01-01", null),
    version(second, 1, firstDay, null),
  ];
  const groups = frameworkVersions.map(({ id }) => ({
    id: randomUUID(),
    framework_version_id: id,
    code: "g",
    title: "Group",
    position: 1,
  }));
  const theory = [1, 2, 3].map((n) => ({ id: randomUUID(), name: `Theory ${n}`, recorded_at: at }));
  const competencies = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    framework_id: (n % 2 === 0 ? first : second).id,
    code: `C${String(n).padStart(3, "0")}`,
    recorded_at: at,
  }));
  const versions = competencies.flatMap((competency, position) =>
    frameworkVersions.flatMap((one, index) =>
      one.framework_id === competency.framework_id
        ? [
            {
              ...rules(make),
              id: randomUUID(),
              competency_id: competency.id,
              framework_version_id: one.id,
              group_id: groups[index]?.id,
              position,
              title: `Competency ${competency.code}`,
            },
          ]
        : [],
    ),
  );
  const links = versions.flatMap(({ id }) =>
    make.often(40) ? [{ competency_version_id: id, theory_item_id: make.one(theory).id, position: 1 }] : [],
  );
  return { frameworks, frameworkVersions, groups, theory, competencies, versions, links };
}

function rules(make: Maker): Row {
  return {
    description: "",
    risk_level: "low",
    performances_required: 1,
    min_observers: 1,
    min_days: 1,
    direct_required: 1,
    indirect_required: 0,
    setting_kinds: [],
    stopped_resets: false,
    simulation_first: false,
    direct_only: false,
    equipment_specific: false,
    final_assessment: "direct-observation",
    signer_professions: [],
    reassess_months: 12,
    notice_days: make.one([0, 30, 90]),
    renewal_performances: 1,
    renewal_theory: false,
    renewal_assessment: "direct-observation",
    needs_entitlement: make.often(25),
    needs_scope_extension: make.often(15),
    patient_specific: false,
    procedure_specific: false,
    nos: [],
    sources: [],
    basis: "",
  };
}

interface History {
  events: Row[];
  authorities: Row[];
  acceptances: Row[];
  practices: Row[];
  requests: Row[];
  steps: Row[];
}

function historyOf(make: Maker, pair: Row, practicesPerPair: number): History {
  const authorities = make.often(40)
    ? make.dated({ ...pair, kind: make.one(authorityKinds), document: "D" })
    : [];
  return {
    events: make.often(60) ? eventsOf(make, pair) : [],
    authorities,
    acceptances: authorities.flatMap(({ id }) => {
      const on = make.day();
      const row = { id: randomUUID(), authority_id: id, accepted_by_id: pair.staff_id, accepted_on: on };
      return make.often(70) ? [{ ...row, accepted_at: `${on}T10:00:00Z` }] : [];
    }),
    practices: Array.from({ length: make.often(50) ? make.below(2 * practicesPerPair) : 0 }, () =>
      practiceOf(make, pair),
    ),
    ...requestOf(make, pair),
  };
}

function eventsOf(make: Maker, pair: Row): Row[] {
  const events: (Row & { id: string; kind: string })[] = [];
  const notVoided = ({ id }: { id: string }) => events.every(({ voids_event_id }) => voids_event_id !== id);
  let on = make.day();
  for (let count = 1 + make.below(4); count > 0; count -= 1) {
    const kind = events.length === 0 ? "granted" : make.one(holdingEventKinds);
    const grants = kind === "granted" || kind === "renewed";
    events.push({
      ...pair,
      id: randomUUID(),
      competency_version_id: randomUUID(),
      kind,
      on_date: on,
      expires_on: grants ? addDays(on, 200 + make.below(300)) : null,
      scope: {},
      voids_event_id: kind === "voided" ? make.one(events.filter(notVoided)).id : null,
      signature_id: kind === "reinstated" ? randomUUID() : null,
      decision_id: grants ? randomUUID() : null,
      recorded_by_id: randomUUID(),
      recorded_at: make.recorded(on),
    });
    on = addDays(on, make.below(300));
  }
  return events;
}

function practiceOf(make: Maker, pair: Row): Row {
  const on = make.day();
  return {
    ...pair,
    id: randomUUID(),
    competency_version_id: randomUUID(),
    performed_on: on,
    setting_id: randomUUID(),
    supervision: "direct",
    performances: 1,
    simulated: false,
    outcome: "achieved",
    observer_id: randomUUID(),
    submitted: make.often(80),
    recorded_at: make.recorded(on),
    recorded_by_id: pair.staff_id,
    superseded_at: make.often(10) ? `${addDays(on, 200)}T10:00:00Z` : null,
  };
}

const roads = [
  ["submitted"],
  ["submitted", "returned"],
  ["submitted", "returned", "submitted", "approved"],
  ["submitted", "declined"],
  ["submitted", "withdrawn"],
] as const;
const stepTo = {
  submitted: "submit",
  returned: "return",
  approved: "approve",
  declined: "decline",
  withdrawn: "withdraw",
};

function requestOf(make: Maker, pair: Row): Pick<History, "requests" | "steps"> {
  if (!make.often(40)) return { requests: [], steps: [] };
  const request = {
    ...pair,
    id: randomUUID(),
    competency_version_id: randomUUID(),
    addressed_to_id: randomUUID(),
  };
  const road = make.one(roads);
  let on = make.day();
  const steps = road.map((state, index) => {
    if (index > 0) on = addDays(on, 1 + make.below(120));
    return {
      id: randomUUID(),
      request_id: request.id,
      number: index + 1,
      round: 1,
      step: stepTo[state],
      to_state: state,
      taken_by_id: randomUUID(),
      addressed_to_id: request.addressed_to_id,
      taken_at: `${on}T${make.one(["09:00:00", "23:30:00"])}Z`,
    };
  });
  const last = steps.at(-1);
  const requests = [
    {
      ...request,
      state: last?.to_state,
      version: steps.length,
      round: 1,
      state_since: last?.taken_at,
      created_at: steps[0]?.taken_at,
    },
  ];
  return { requests, steps };
}
