import type { FinalAssessment, PracticeRule, RiskLevel, SettingKind } from "../rules";
import type { CatalogueCompetency, CatalogueFramework } from "./schema";

/** What a trust adopts: a reference framework in the words of the code, flattened for insertion. */
export interface FrameworkAdoption {
  code: string;
  title: string;
  description: string;
  groups: { code: string; title: string; position: number }[];
  competencies: AdoptedCompetency[];
}

export interface AdoptedCompetency extends PracticeRule {
  code: string;
  groupCode: string;
  /** Order within the framework, from 0. */
  position: number;
  title: string;
  description: string;
  theory: string[];
  prerequisiteCodes: string[];
  patientSpecific: boolean;
  procedureSpecific: boolean;
  finalAssessment: FinalAssessment;
  riskLevel: RiskLevel;
  signerProfessions: string[];
  assessorLevelAtLeast: number | null;
  reassessMonths: number;
  noticeDays: number;
  renewal: { performances: number; theory: boolean; kind: FinalAssessment };
  needsEntitlement: boolean;
  needsScopeExtension: boolean;
  holderSupervision: "direct" | null;
  scopeByBand: ScopeByBand | null;
  nos: string[];
  sources: string[];
  basis: "product-default";
}

export type ScopeByBand = Partial<
  Record<"3" | "4", { settingKinds: SettingKind[]; supervision: "direct" | null }>
>;

export function toAdoption({ code, title, description, groups }: CatalogueFramework): FrameworkAdoption {
  return {
    code,
    title,
    description,
    groups: groups.map((group, position) => ({ code: group.code, title: group.title, position })),
    competencies: groups
      .flatMap((group) => group.competencies.map((competency) => ({ competency, groupCode: group.code })))
      .map(({ competency, groupCode }, position) => adopt(competency, groupCode, position)),
  };
}

function adopt(from: CatalogueCompetency, groupCode: string, position: number): AdoptedCompetency {
  const { flags, renewal } = from;
  return {
    code: from.code,
    groupCode,
    position,
    title: from.title,
    description: from.description,
    theory: from.prerequisites.theory,
    prerequisiteCodes: from.prerequisites.competencies,
    performancesRequired: from.observationsRequired,
    minObservers: from.minObservers,
    minDays: from.minDays,
    settingKinds: from.settings,
    directRequired: from.supervisionLevels.direct,
    indirectRequired: from.supervisionLevels.indirect,
    stoppedResets: from.failedObservationResets,
    simulationFirst: from.simulationFirst,
    directOnly: flags.irmerOperator ?? false,
    equipmentSpecific: flags.equipmentSpecific ?? false,
    patientSpecific: flags.patientSpecific ?? false,
    procedureSpecific: flags.procedureSpecific ?? false,
    finalAssessment: from.finalAssessment,
    riskLevel: from.riskLevel,
    signerProfessions: from.signOffProfessions,
    assessorLevelAtLeast: flags.assessorLevelAtLeast ?? null,
    reassessMonths: from.reassessMonths,
    noticeDays: from.noticeDays,
    renewal: { performances: renewal.observations, theory: renewal.theory, kind: renewal.kind },
    needsEntitlement: flags.irmerOperator ?? false,
    needsScopeExtension: flags.scopeExtension ?? false,
    holderSupervision: flags.supervision ?? null,
    scopeByBand: bands(flags.scopeByBand),
    nos: from.nos,
    sources: from.sources,
    basis: from.valuesBasis,
  };
}

function bands(scope: CatalogueCompetency["flags"]["scopeByBand"]): ScopeByBand | null {
  if (!scope) return null;
  const translated = Object.entries(scope).map(([band, { settings, supervision }]) => [
    band,
    { settingKinds: settings, supervision: supervision ?? null },
  ]);
  return Object.fromEntries(translated);
}
