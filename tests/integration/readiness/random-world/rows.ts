import { randomUUID } from "node:crypto";
import { frameworkRows } from "./frameworks";
import { type History, historyOf } from "./histories";
import { firstDay, type Maker, type Row } from "./maker";

export interface WorldSize {
  people: number;
  competencies: number;
  practicesPerPair: number;
}

interface Place {
  teamId: string;
  emptyTeamId: string;
}

/** Every table of the world. */
export function rowsOf(make: Maker, size: WorldSize, { teamId, emptyTeamId }: Place): Record<string, Row[]> {
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
