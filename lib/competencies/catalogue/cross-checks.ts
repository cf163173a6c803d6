import { type Legible, located } from "./legible";
import {
  misplacedCodes,
  prerequisiteCycles,
  repeated,
  repeatedEntries,
  unknownReferences,
} from "./references";
import { type CatalogueFault, type CompetencyAt, faultIn } from "./words";

/** Rules between the fields of one file: what no single field's range can say. */
export function crossFaults(file: Legible): CatalogueFault[] {
  const frameworks = located(file.frameworks, "frameworks");
  const groups = frameworks.flatMap(({ path, value }) => located(value.groups, `${path}.groups`));
  const competencies = groups.flatMap(({ path, value }) =>
    located(value.competencies, `${path}.competencies`),
  );
  const professions = located(file.professions, "professions");
  const sources = located(file.sources, "sources");
  const known = {
    codes: new Set(competencies.map(({ value }) => value.code)),
    professions: new Set(professions.map(({ value }) => value.name)),
    sources: new Set(sources.map(({ value }) => value.key)),
  };
  return [
    ...repeated(frameworks, "code"),
    ...repeated(groups, "code"),
    ...repeated(competencies, "code"),
    ...repeated(professions, "code"),
    ...repeated(professions, "name"),
    ...repeated(sources, "key"),
    ...frameworks.flatMap(misplacedCodes),
    ...competencies.flatMap((competency) => [
      ...unknownReferences(competency, known),
      ...repeatedEntries(competency),
      ...unmeetable(competency),
      ...unsafe(competency),
      ...outsideSettings(competency),
    ]),
    ...prerequisiteCycles(competencies),
  ];
}

/** A practice rule that nobody could ever fulfil. */
function unmeetable(competency: CompetencyAt): CatalogueFault[] {
  const {
    observationsRequired: needed,
    minDays,
    minObservers,
    settings,
    supervisionLevels,
    renewal,
  } = competency.value;
  const faults: CatalogueFault[] = [];
  const exceeds = (count = 0) => needed !== undefined && count > needed;
  for (const [field, count] of Object.entries({ minDays, minObservers }))
    if (exceeds(count))
      faults.push(
        faultIn(competency, field, `must not exceed observationsRequired: ${count} is more than ${needed}`),
      );
  if (exceeds(settings.length)) {
    const problem = `each need a performance: ${settings.length} are more than the ${needed} required`;
    faults.push(faultIn(competency, "settings", problem));
  }
  const { direct, indirect } = supervisionLevels ?? {};
  if (
    direct !== undefined &&
    indirect !== undefined &&
    needed !== undefined &&
    direct + indirect !== needed
  ) {
    const problem = `must add up to observationsRequired: ${direct} direct and ${indirect} indirect are not ${needed}`;
    faults.push(faultIn(competency, "supervisionLevels", problem));
  }
  if (renewal?.kind === "direct-observation" && renewal.observations === 0) {
    const problem = "must be at least 1 where renewal is by direct observation";
    faults.push(faultIn(competency, "renewal.observations", problem));
  }
  return faults;
}

function unsafe(competency: CompetencyAt): CatalogueFault[] {
  const { riskLevel, minObservers, minDays, flags, supervisionLevels } = competency.value;
  const faults: CatalogueFault[] = [];
  if (riskLevel === "high" && minObservers !== undefined && minObservers < 2)
    faults.push(faultIn(competency, "minObservers", "must be 2 for a high-risk competency"));
  if (riskLevel === "high" && minDays !== undefined && minDays < 3)
    faults.push(faultIn(competency, "minDays", "must be at least 3 for a high-risk competency"));
  // IR(ME)R 2017: whoever is not yet entitled takes part only under direct supervision.
  if (flags?.irmerOperator && (supervisionLevels?.indirect ?? 0) !== 0)
    faults.push(
      faultIn(
        competency,
        "supervisionLevels.indirect",
        "must be 0 for an IR(ME)R operator's task: it is practised under direct supervision only",
      ),
    );
  return faults;
}

function outsideSettings(competency: CompetencyAt): CatalogueFault[] {
  const { settings, flags } = competency.value;
  if (settings.length === 0) return [];
  return Object.entries(flags?.scopeByBand ?? {}).flatMap(([band, scope]) =>
    located(scope?.settings, `flags.scopeByBand.${band}.settings`)
      .filter(({ value }) => !settings.includes(value))
      .map(({ path, value }) =>
        faultIn(competency, path, `allows ${value}, which is not among its settings`),
      ),
  );
}
