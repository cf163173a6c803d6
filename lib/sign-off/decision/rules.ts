import type { CompetencyRule, PracticeRule } from "@/lib/competencies/rules";
import { assessPractice, type PracticeFact, type PracticeProgress } from "@/lib/evidence/rules";
import type { IsoDate } from "@/lib/platform/dates";
import { Refusal } from "@/lib/platform/refusals";
import {
  type Assessment,
  checkFinalAssessment,
  checkSecondObserver,
  exceptionHolds,
  type ObserverException,
} from "@/lib/sign-off/assessment/rules";
import { type RuleCheck, ruleCheck } from "@/lib/sign-off/rules";
import { checkSigner, type SignerRegistration } from "@/lib/sign-off/signer/rules";
import type { Outcome } from "@/lib/sign-off/workflow";

/** What the signer was shown, or what is there now. */
export interface Seen {
  requestVersion: number;
  evidenceHash: string;
}

/** Everything the five rules look at, read in the transaction that decides. */
export interface DecisionFacts {
  on: IsoDate;
  ownerId: string;
  signerId: string;
  competencyTitle: string;
  rule: CompetencyRule;
  registrations: readonly SignerRegistration[];
  /** Holds the competency today as an assessor, or is approved today for it or its framework. */
  assessor: { holdsAsAssessor: boolean; approved: boolean };
  theory: readonly { id: string; name: string; doneOn: IsoDate | null }[];
  prerequisites: readonly { id: string; title: string; current: boolean }[];
  practices: readonly PracticeFact[];
  exception: ObserverException | null;
  /** A suspension or restriction stands: it is lifted by a reassessment, not by another sign-off. */
  underReview: boolean;
  versionInForce: boolean;
  seen: Seen;
  current: Seen;
  assessment: Assessment | null;
}

/**
 * The five rules, in their order. Returning and declining are decisions too, so they ask for an eligible signer
 * and for what was seen, but not for complete evidence: what is missing is often the reason.
 */
export function checkDecision(facts: DecisionFacts, outcome: Outcome): RuleCheck[] {
  if (outcome !== "approve") {
    return [...checkSigner(facts), checkRequestSeen(facts), checkEvidenceSeen(facts)];
  }
  const progress = practiceProgress(facts);
  const watched = { ...facts, countedIds: progress.countedIds };
  return [
    ...checkSigner(facts),
    checkTheory(facts),
    checkPrerequisites(facts),
    checkPractice(facts, progress),
    checkFinalAssessment(watched),
    checkSecondObserver(watched),
    checkRequestSeen(facts),
    checkEvidenceSeen(facts),
    ruleCheck(5, "not-under-review", !facts.underReview, {}, "reinstate-first"),
    ruleCheck(5, "version-in-force", facts.versionInForce, titled(facts), "ask-under-new-version"),
  ];
}

/** Throws the first rule that is not met; answers with all of them for the record of what was checked. */
export function assertDecidable(facts: DecisionFacts, outcome: Outcome): RuleCheck[] {
  const checks = checkDecision(facts, outcome);
  const failed = checks.find(({ met }) => !met);
  if (failed) throw new Refusal("rule", failed.code, failed.params);
  return checks;
}

/** The practice rule as it applies here: an exception to rule 4 also stands in for the second observer that it asks for. */
export function practiceProgress(facts: DecisionFacts): PracticeProgress {
  const { practice } = facts.rule;
  const applied: PracticeRule = exceptionHolds(facts) ? { ...practice, minObservers: 1 } : practice;
  return assessPractice(applied, facts.practices);
}

function checkTheory(facts: DecisionFacts): RuleCheck {
  const missing = facts.theory
    .filter(({ doneOn }) => doneOn === null || doneOn > facts.on)
    .map(({ name }) => name);
  return ruleCheck(
    3,
    "theory-done",
    missing.length === 0,
    { missing, asked: facts.theory.length },
    "do-theory",
  );
}

function checkPrerequisites(facts: DecisionFacts): RuleCheck {
  const missing = facts.prerequisites.filter(({ current }) => !current).map(({ title }) => title);
  const params = { missing, asked: facts.prerequisites.length };
  return ruleCheck(3, "prerequisites-current", missing.length === 0, params, "hold-prerequisites");
}

function checkPractice({ rule }: DecisionFacts, { met, needs }: PracticeProgress): RuleCheck {
  const unmet = needs.filter((need) => !need.met);
  const params = { performances: rule.practice.performancesRequired, missing: unmet.length };
  const check = ruleCheck(3, "practice-met", met, params, "more-practice");
  return met ? check : { ...check, needs: unmet };
}

function checkRequestSeen({ seen, current }: DecisionFacts): RuleCheck {
  return ruleCheck(5, "request-as-seen", seen.requestVersion === current.requestVersion, {}, "look-again");
}

function checkEvidenceSeen({ seen, current }: DecisionFacts): RuleCheck {
  return ruleCheck(5, "evidence-as-seen", seen.evidenceHash === current.evidenceHash, {}, "look-again");
}

function titled({ competencyTitle }: DecisionFacts): { competencyTitle: string } {
  return { competencyTitle };
}
