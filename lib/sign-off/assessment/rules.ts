import type { CompetencyRule } from "@/lib/competencies/rules";
import type { PracticeFact } from "@/lib/evidence/rules";
import type { IsoDate } from "@/lib/platform/dates";
import { type RemedyCode, type RuleCheck, ruleCheck } from "@/lib/sign-off/rules";

/** What the final assessment rests on: practice that the signer watched, or what was discussed. */
export type Assessment =
  | { kind: "direct-observation"; practiceId: string | null }
  | { kind: "professional-discussion"; note: string | null };

/** A small team's dated exception to rule 4, approved by the clinical lead; half-open, null is open-ended. */
export interface ObserverException {
  id: string;
  approvedById: string;
  reason: string;
  validUntil: IsoDate | null;
}

/** What the final assessment and rule 4 look at. */
export interface AssessmentFacts {
  on: IsoDate;
  ownerId: string;
  signerId: string;
  rule: CompetencyRule;
  practices: readonly PracticeFact[];
  /** The practice that the practice rule counts. */
  countedIds: readonly string[];
  assessment: Assessment | null;
  exception: ObserverException | null;
}

/** Why a final assessment does not do. */
export type AssessmentFault =
  | "not-given"
  | "other-kind"
  | "not-in-evidence"
  | "not-watched-by-signer"
  | "not-confirmed"
  | "simulated"
  | "not-achieved"
  | "not-counted"
  | "no-note";

/** The final assessment is part of the decision, and of the kind that the competency version asks for. */
export function checkFinalAssessment(facts: AssessmentFacts): RuleCheck {
  const fault = assessmentFault(facts);
  const kind = facts.rule.finalAssessment;
  const remedy: RemedyCode = kind === "direct-observation" ? "name-watched-practice" : "write-note";
  return ruleCheck(3, "final-assessment", fault === null, { kind, fault }, remedy);
}

/** Rule 4: for a high risk, the signer of the final assessment is not the only one who watched. */
export function checkSecondObserver(facts: AssessmentFacts): RuleCheck {
  const needed = facts.rule.riskLevel === "high";
  const others = facts.practices.some(
    ({ id, observerId }) => facts.countedIds.includes(id) && observerId !== facts.signerId,
  );
  const excepted = needed && !others && exceptionHolds(facts);
  const exceptionReason = excepted ? (facts.exception?.reason ?? null) : null;
  const params = { needed, excepted, exceptionReason };
  return ruleCheck(
    4,
    "second-observer",
    !needed || others || excepted,
    params,
    "second-observer-or-exception",
  );
}

/** An exception counts while it is in force, and never on the word of the signer or of the person signed off. */
export function exceptionHolds({
  on,
  ownerId,
  signerId,
  exception,
}: Pick<AssessmentFacts, "on" | "ownerId" | "signerId" | "exception">): boolean {
  if (!exception || [ownerId, signerId].includes(exception.approvedById)) return false;
  return exception.validUntil === null || on < exception.validUntil;
}

function assessmentFault({ rule, assessment, ...facts }: AssessmentFacts): AssessmentFault | null {
  if (!assessment) return "not-given";
  if (assessment.kind !== rule.finalAssessment) return "other-kind";
  if (assessment.kind === "professional-discussion") return assessment.note?.trim() ? null : "no-note";
  if (assessment.practiceId === null) return "not-given";
  const practice = facts.practices.find(({ id }) => id === assessment.practiceId);
  return practice ? watchedFault(practice, facts.signerId, facts.countedIds) : "not-in-evidence";
}

function watchedFault(
  practice: PracticeFact,
  signerId: string,
  countedIds: readonly string[],
): AssessmentFault | null {
  if (practice.observerId !== signerId) return "not-watched-by-signer";
  if (practice.state !== "confirmed") return "not-confirmed";
  if (practice.simulated) return "simulated";
  if (practice.outcome !== "achieved") return "not-achieved";
  return countedIds.includes(practice.id) ? null : "not-counted";
}
