import type { PracticeNeed } from "@/lib/evidence/rules";
import type { RefusalParams } from "@/lib/platform/refusals";

/** Everything that is asked of a decision; `words` has a sentence for each, met and not met. */
export const checkCodes = [
  "signer-not-owner",
  "signer-registered",
  "signer-may-assess",
  "theory-done",
  "prerequisites-current",
  "practice-met",
  "final-assessment",
  "second-observer",
  "request-as-seen",
  "evidence-as-seen",
  "not-under-review",
  "version-in-force",
] as const;

export type CheckCode = (typeof checkCodes)[number];

/** What would meet a check that is not met. */
export const remedyCodes = [
  "another-signer",
  "check-register",
  "clear-conditions",
  "approve-assessor",
  "do-theory",
  "hold-prerequisites",
  "more-practice",
  "name-watched-practice",
  "write-note",
  "second-observer-or-exception",
  "look-again",
  "reinstate-first",
  "ask-under-new-version",
] as const;

export type RemedyCode = (typeof remedyCodes)[number];

/** One line of the decision page, and of the record of what was checked. `rule` counts as product.md does. */
export interface RuleCheck {
  rule: 1 | 2 | 3 | 4 | 5;
  code: CheckCode;
  met: boolean;
  params: RefusalParams;
  remedy?: RemedyCode;
  /** For "practice-met": which kind of practice is still missing. */
  needs?: readonly PracticeNeed[];
}

/** A check's result; the remedy is kept only where it is needed. */
export function ruleCheck(
  rule: RuleCheck["rule"],
  code: CheckCode,
  met: boolean,
  params: RefusalParams,
  remedy: RemedyCode,
): RuleCheck {
  return met ? { rule, code, met, params } : { rule, code, met, params, remedy };
}
