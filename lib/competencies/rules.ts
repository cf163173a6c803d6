/** The kinds of place where practice happens. Home includes a care home; remote means by telephone or video. */
export const settingKinds = [
  "ward",
  "clinic",
  "home",
  "theatre",
  "recovery",
  "imaging-room",
  "nuclear-medicine",
  "laboratory",
  "remote",
] as const;
export type SettingKind = (typeof settingKinds)[number];

/** Direct: the observer beside the person throughout. Indirect: at hand, judging by what was seen and the result. */
export const supervisionLevels = ["direct", "indirect"] as const;
export type SupervisionLevel = (typeof supervisionLevels)[number];

export const riskLevels = ["low", "medium", "high"] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const finalAssessments = ["direct-observation", "professional-discussion"] as const;
export type FinalAssessment = (typeof finalAssessments)[number];

export const requirementKinds = ["mandatory", "optional"] as const;
export type RequirementKind = (typeof requirementKinds)[number];

/** Which practice has to be shown before the final assessment. */
export interface PracticeRule {
  performancesRequired: number;
  minObservers: number;
  minDays: number;
  /** Empty: any setting counts. Otherwise only these count, and each needs one performance. */
  settingKinds: SettingKind[];
  directRequired: number;
  indirectRequired: number;
  /** A performance that had to be stopped sets the count back to nought. */
  stoppedResets: boolean;
  /** A simulated performance must be passed before the first real one counts. */
  simulationFirst: boolean;
  /** IR(ME)R: direct supervision only, until the person is entitled. */
  directOnly: boolean;
  equipmentSpecific: boolean;
}

/** What a competency version asks of a sign-off. */
export interface CompetencyRule {
  practice: PracticeRule;
  riskLevel: RiskLevel;
  finalAssessment: FinalAssessment;
  signerProfessions: string[];
  theoryItemIds: string[];
  prerequisiteIds: string[];
  reassessMonths: number;
  noticeDays: number;
  needsEntitlement: boolean;
  needsScopeExtension: boolean;
}

export type PracticeRuleFault =
  | "performances-not-split"
  | "days-exceed-performances"
  | "observers-exceed-performances"
  | "settings-exceed-performances"
  | "indirect-not-allowed"
  | "high-risk-needs-observers"
  | "high-risk-needs-days";

/** What makes a practice rule impossible to meet, or too light for its risk (catalogue: high asks for 2 observers and 3 days). */
export function practiceRuleFaults(rule: PracticeRule, riskLevel: RiskLevel): PracticeRuleFault[] {
  const { performancesRequired: total } = rule;
  const faults: [PracticeRuleFault, boolean][] = [
    ["performances-not-split", rule.directRequired + rule.indirectRequired !== total],
    ["days-exceed-performances", rule.minDays > total],
    ["observers-exceed-performances", rule.minObservers > total],
    ["settings-exceed-performances", new Set(rule.settingKinds).size > total],
    ["indirect-not-allowed", rule.directOnly && rule.indirectRequired > 0],
    ["high-risk-needs-observers", riskLevel === "high" && rule.minObservers < 2],
    ["high-risk-needs-days", riskLevel === "high" && rule.minDays < 3],
  ];
  return faults.filter(([, broken]) => broken).map(([fault]) => fault);
}
