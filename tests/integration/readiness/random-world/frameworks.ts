import { randomUUID } from "node:crypto";
import { firstDay, type Maker, type Row } from "./maker";

/** Two frameworks; the first has a second version from 2026 on, with other rules. */
export function frameworkRows(make: Maker, count: number, at: string) {
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
