import type { RefusalParams } from "@/lib/platform/refusals";
import type {
  FinalAssessment,
  PracticeRuleFault,
  RequirementKind,
  RiskLevel,
  SettingKind,
  SupervisionLevel,
} from "./rules";

type Sentence = (params: RefusalParams) => string;

const practiceRuleSentences: Record<PracticeRuleFault, Sentence> = {
  "performances-not-split": () =>
    "Direct and indirect performances have to add up to the number of performances",
  "days-exceed-performances": () => "There can't be more days than performances",
  "observers-exceed-performances": () => "There can't be more people watching than performances",
  "settings-exceed-performances": () => "There can't be more settings than performances",
  "indirect-not-allowed": () =>
    "Practice under direct supervision only can't ask for indirect performances (IR(ME)R)",
  "high-risk-needs-observers": () => "A high-risk competency needs at least 2 different people watching",
  "high-risk-needs-days": () => "A high-risk competency needs practice on at least 3 different days",
};

export const competencyRefusals: Record<string, Sentence> = {
  ...practiceRuleSentences,
  "framework-not-found": () => "There is no such framework. Select one from the list",
  "framework-already-adopted": () => "Your trust has already adopted this framework",
  "adopt-first": ({ titles }) => `Adopt ${listed(titles)} first: some competencies here build on it`,
  "competency-not-found": () => "There is no such competency. Select one from the list",
  "competency-version-not-in-force": () =>
    "This version of the competency is no longer in force. Look at the current version",
  "requirement-already-set": () => "The team already requires this competency of this job role",
  "cover-already-set": () => "The team's cover for this competency and shift is already set",
  "requirement-later-change": () =>
    "There are later changes to this requirement. Enter a day after the last of them",
  "cover-later-change": () => "There are later changes to this cover. Enter a day after the last of them",
  "assessor-already-approved": () => "This person is already approved to assess this",
};

function listed(titles: RefusalParams[string] | undefined): string {
  return Array.isArray(titles) ? titles.join(" and ") : String(titles ?? "the other framework");
}

export const settingKindWords: Record<SettingKind, string> = {
  ward: "Ward",
  clinic: "Clinic",
  home: "Home or care home",
  theatre: "Theatre",
  recovery: "Recovery",
  "imaging-room": "Imaging room",
  "nuclear-medicine": "Nuclear medicine",
  laboratory: "Laboratory",
  remote: "By telephone or video",
};

/** Where a performance took place, as it reads in the middle of a sentence: "1 in a clinic". */
export const inSettingWords: Record<SettingKind, string> = {
  ward: "on a ward",
  clinic: "in a clinic",
  home: "in a home or care home",
  theatre: "in theatre",
  recovery: "in recovery",
  "imaging-room": "in an imaging room",
  "nuclear-medicine": "in nuclear medicine",
  laboratory: "in a laboratory",
  remote: "by telephone or video",
};

export const supervisionWords: Record<SupervisionLevel, string> = {
  direct: "Direct: the person who watched was beside you throughout",
  indirect: "Indirect: the person was at hand, and judged by what they saw and by the result",
};

export const riskWords: Record<RiskLevel, string> = {
  low: "Low risk",
  medium: "Medium risk",
  high: "High risk",
};

export const finalAssessmentWords: Record<FinalAssessment, string> = {
  "direct-observation": "The signer watches you do it",
  "professional-discussion": "A professional discussion with the signer",
};

export const requirementKindWords: Record<RequirementKind, string> = {
  mandatory: "Mandatory",
  optional: "Optional",
};
