import { type Legible, type Located, located } from "./legible";
import { type CatalogueFault, type CompetencyAt, faultIn } from "./words";

export function repeated<K extends string>(
  entries: Located<Partial<Record<K, string>>>[],
  key: K,
): CatalogueFault[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ path, value }) => {
    const name = value[key];
    if (name === undefined) return [];
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, path);
    return earlier === undefined
      ? []
      : [{ path: `${path}.${key}`, code: name, problem: `repeats ${name}, which stands at ${earlier}` }];
  });
}

export function misplacedCodes({ path, value: framework }: Located<Legible["frameworks"][number] & object>) {
  if (framework.code === undefined) return [];
  const mustBegin = (prefix: string) => (entry: Located<{ code?: string | undefined }>) => {
    const code = entry.value.code;
    return code === undefined || code.startsWith(prefix)
      ? []
      : [{ path: `${entry.path}.code`, code, problem: `must begin with ${prefix}` }];
  };
  const groups = located(framework.groups, `${path}.groups`);
  const competencies = groups.flatMap((group) =>
    located(group.value.competencies, `${group.path}.competencies`),
  );
  return [
    ...groups.flatMap(mustBegin(`G-${framework.code}-`)),
    ...competencies.flatMap(mustBegin(`${framework.code}-`)),
  ];
}

type Known = Record<"codes" | "professions" | "sources", ReadonlySet<string | undefined>>;

export function unknownReferences(competency: CompetencyAt, known: Known): CatalogueFault[] {
  const { prerequisites, signOffProfessions, sources } = competency.value;
  const missing = (
    field: string,
    names: readonly (string | undefined)[],
    among: ReadonlySet<string | undefined>,
    problem: (name: string) => string,
  ) =>
    located(names, field)
      .filter(({ value }) => !among.has(value))
      .map(({ path, value }) => faultIn(competency, path, problem(value)));
  return [
    ...missing(
      "prerequisites.competencies",
      prerequisites?.competencies ?? [],
      known.codes,
      (code) => `asks for ${code}, which is not a competency of this file`,
    ),
    ...missing(
      "signOffProfessions",
      signOffProfessions,
      known.professions,
      (name) => `names ${name}, which is not a profession of this file`,
    ),
    ...missing(
      "sources",
      sources,
      known.sources,
      (key) => `names ${key}, which is not a source of this file`,
    ),
  ];
}

export function repeatedEntries(competency: CompetencyAt): CatalogueFault[] {
  const { prerequisites, settings, signOffProfessions, nos, sources } = competency.value;
  const lists = {
    "prerequisites.theory": prerequisites?.theory ?? [],
    "prerequisites.competencies": prerequisites?.competencies ?? [],
    settings,
    signOffProfessions,
    nos,
    sources,
  };
  return Object.entries(lists).flatMap(([field, names]) =>
    located(names, field)
      .filter(({ value }, index, all) => all.findIndex((other) => other.value === value) < index)
      .map(({ path, value }) => faultIn(competency, path, `names ${value} twice`)),
  );
}

/** Each loop once, from the code at which it is first met: "STR-ABP → CORE-OBS → STR-ABP". */
export function prerequisiteCycles(competencies: CompetencyAt[]): CatalogueFault[] {
  const byCode = new Map(competencies.map((competency) => [competency.value.code, competency]));
  const settled = new Set<string>();
  const faults: CatalogueFault[] = [];
  const follow = (code: string, trail: string[]) => {
    const competency = byCode.get(code);
    if (competency === undefined || settled.has(code)) return;
    const start = trail.indexOf(code);
    if (start >= 0) {
      const loop = [...trail.slice(start), code].join(" → ");
      faults.push(
        faultIn(competency, "prerequisites.competencies", `ask for themselves in a circle: ${loop}`),
      );
      return;
    }
    for (const next of competency.value.prerequisites?.competencies ?? [])
      if (next !== undefined) follow(next, [...trail, code]);
    settled.add(code);
  };
  for (const { value } of competencies) if (value.code !== undefined) follow(value.code, []);
  return faults;
}
