import { missingKinds } from "@/lib/evidence/practice/rules";
import type { PracticeNeed } from "@/lib/evidence/rules";
import type { IsoDate } from "@/lib/platform/dates";
import type { RefusalParams } from "@/lib/platform/refusals";
import type { AuthorityEnd, AuthorityStatus } from "@/lib/sign-off/authority/rules";
import type { ReviewKind } from "@/lib/sign-off/holding/rules";
import { type HoldingStatus, isHeld } from "@/lib/sign-off/holding/status/rules";
import type { RequestState } from "@/lib/sign-off/workflow";

/** Who holds the next step. */
export type StepHolder = "you" | "observer" | "supervisor" | "authoriser" | "lead";

export const nextStepCodes = [
  "adopt-version",
  "name-supervisor",
  "check-registration",
  "decide",
  "answer-return",
  "answer-decline",
  "do-theory",
  "hold-prerequisite",
  "confirm-practice",
  "record-practice",
  "submit-draft",
  "ask",
  "accept-authority",
  "grant-authority",
  "authority-ended",
  "renew",
  "sign-off-again",
  "review-suspension",
  "review-restriction",
  "reassess-first",
] as const;

export type NextStepCode = (typeof nextStepCodes)[number];

/** "What blocks me": one step, and who holds it. */
export interface NextStep {
  code: NextStepCode;
  holder: StepHolder;
  params: RefusalParams;
  /** Which kind of practice is missing. */
  need?: PracticeNeed;
}

/** How much practice waits for an answer, and who watched the latest of it. */
export interface Unconfirmed {
  count: number;
  observerName: string;
}

export interface NextStepFacts {
  authority: AuthorityStatus;
  /** The end of the authority that they had; null where they never had one. */
  authorityEnd: AuthorityEnd | null;
  expiresOn: IsoDate | null;
  requestState: RequestState | null;
  /** Whom the open request is addressed to, else whom the form proposes to ask; null if nobody supervises them. */
  supervisorName: string | null;
  /** No registration of that supervisor may sign today until a check is recorded. */
  supervisorCheckDue: boolean;
  /** What the last returned round said was missing. */
  missing: string | null;
  /** The last request was declined, and nothing practised or asked for since. */
  declined: { byName: string | null } | null;
  /** A suspension or restriction stands, also where the sign-off itself has expired or was voided. */
  underReview: ReviewKind | null;
  theoryMissing: readonly string[];
  prerequisitesMissing: readonly string[];
  /** The practice rule's parts, met or not. */
  practiceNeeds: readonly PracticeNeed[];
  /** Practice recorded and not confirmed yet. */
  unconfirmed: Unconfirmed | null;
  /** The practice rule's parts as they will be once that is confirmed. */
  needsOnceConfirmed: readonly PracticeNeed[];
  versionInForce: boolean;
}

/** The one step that moves this on; null where nothing is asked of anybody. */
export function nextStep(status: HoldingStatus, facts: NextStepFacts): NextStep | null {
  if (isHeld(status)) return heldStep(status, facts);
  if (status === "suspended") return step("review-suspension", "supervisor", named(facts));
  if (status === "restricted") return step("review-restriction", "supervisor", named(facts));
  if (facts.underReview) return step("reassess-first", "supervisor", named(facts));
  if (!facts.versionInForce) return step("adopt-version", "lead");
  if (facts.requestState === "submitted") return decisionStep(facts);
  if (facts.requestState === "returned") return returnedStep(facts);
  if (facts.declined && facts.requestState !== "draft") return declinedStep(facts.declined);
  if (status === "expired")
    return step("sign-off-again", "you", { ...named(facts), expiresOn: facts.expiresOn });
  return learningStep(facts);
}

function heldStep(status: HoldingStatus, facts: NextStepFacts): NextStep | null {
  if (facts.authority === "not-accepted") return step("accept-authority", "you");
  const { authorityEnd: end } = facts;
  if (facts.authority === "not-entitled") {
    return end
      ? step("authority-ended", "authoriser", { endedOn: end.on, reason: end.reason })
      : step("grant-authority", "authoriser");
  }
  return status === "renewal-due" ? renewalStep(facts) : null;
}

/** A renewal is asked for like the first sign-off, on practice since then. */
function renewalStep(facts: NextStepFacts): NextStep {
  if (facts.requestState === "submitted") return decisionStep(facts);
  if (facts.requestState === "returned") return returnedStep(facts);
  if (facts.declined && facts.requestState !== "draft") return declinedStep(facts.declined);
  const [need] = missingKinds({ needs: [...facts.practiceNeeds] });
  const renewal = step("renew", "you", { ...named(facts), expiresOn: facts.expiresOn });
  return need ? { ...renewal, need } : renewal;
}

function declinedStep({ byName }: { byName: string | null }): NextStep {
  return step("answer-decline", "you", { name: byName });
}

function returnedStep(facts: NextStepFacts): NextStep {
  return step("answer-return", "you", { missing: facts.missing });
}

function decisionStep(facts: NextStepFacts): NextStep {
  if (facts.supervisorName === null) return step("name-supervisor", "lead");
  if (facts.supervisorCheckDue) return step("check-registration", "lead", named(facts));
  return step("decide", "supervisor", named(facts));
}

/** Theory comes before practice; a confirmation is waited for only where it is all that is missing. */
function learningStep(facts: NextStepFacts): NextStep {
  const [theory] = facts.theoryMissing;
  if (theory !== undefined)
    return step("do-theory", "you", { name: theory, more: facts.theoryMissing.length - 1 });
  const [need] = missingKinds({ needs: [...facts.practiceNeeds] });
  if (need && facts.unconfirmed) return unconfirmedStep(facts, facts.unconfirmed);
  if (need) return { ...step("record-practice", "you"), need };
  const [prerequisite] = facts.prerequisitesMissing;
  if (prerequisite !== undefined) return step("hold-prerequisite", "you", { title: prerequisite });
  if (facts.supervisorName === null) return step("name-supervisor", "lead");
  return step(facts.requestState === "draft" ? "submit-draft" : "ask", "you", named(facts));
}

function unconfirmedStep({ needsOnceConfirmed }: NextStepFacts, unconfirmed: Unconfirmed): NextStep {
  const [need] = missingKinds({ needs: [...needsOnceConfirmed] });
  if (!need) return step("confirm-practice", "observer", { ...unconfirmed });
  return { ...step("record-practice", "you", { ...unconfirmed }), need };
}

function named({ supervisorName }: NextStepFacts): RefusalParams {
  return { name: supervisorName };
}

function step(code: NextStepCode, holder: StepHolder, params: RefusalParams = {}): NextStep {
  return { code, holder, params };
}
