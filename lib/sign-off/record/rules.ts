import type { CompetencyRule } from "@/lib/competencies/rules";
import { assessPractice, type PracticeFact, type PracticeProgress } from "@/lib/evidence/rules";
import { awaitsAnswer } from "@/lib/evidence/workflow";
import type { IsoDate } from "@/lib/platform/dates";
import {
  type AuthorityGrant,
  type AuthorityStatus,
  authorityStatus,
  lastAuthorityEnd,
} from "../authority/rules";
import { type HoldingEvent, holdingOn, lastSignedOffOn, type ReviewKind, reviewKind } from "../holding/rules";
import { type HoldingStatus, holdingStatus } from "../holding/status/rules";
import { type NextStep, nextStep } from "../next-step/rules";
import type { RequestState } from "../workflow";

/** Everything that is on record about one person and one competency. */
export interface StandingFacts {
  rule: CompetencyRule;
  versionInForce: boolean;
  /** Drafts left out; whatever their age. */
  practices: readonly (PracticeFact & { observerName: string })[];
  theory: readonly { id: string; name: string; doneOn: IsoDate | null }[];
  prerequisites: readonly { id: string; title: string; current: boolean }[];
  events: readonly HoldingEvent[];
  grants: readonly AuthorityGrant[];
  request: { state: RequestState; missing: string | null } | null;
  /** The latest request was declined at an instant, and nothing asked for since. */
  declined?: { at: string; byName: string | null } | null;
  supervisor: { name: string; checkDue: boolean } | null;
}

/** Where somebody stands with a competency: status, limits, what is there and what is still missing. */
export interface Standing {
  status: HoldingStatus;
  /** The last valid day of what is held. */
  expiresOn: IsoDate | null;
  authority: AuthorityStatus;
  /** Measured on the practice since the last sign-off; while that stands undisturbed, on all practice. */
  progress: PracticeProgress;
  /** Practice up to the last sign-off has been used for it, where only practice since then is measured. */
  usedUntil: IsoDate | null;
  nextStep: NextStep | null;
  /** Theory, practice and prerequisites are all there for the next sign-off. */
  complete: boolean;
  /** A suspension or restriction stands, whatever became of the sign-off since: a reassessment comes first. */
  underReview: ReviewKind | null;
  /** What was signed last was signed in error, and nothing else stands: nobody is to act on its strength. */
  signedInError: boolean;
  /** Practice since the last sign-off that waits for an answer. */
  awaiting: number;
}

/** Where one person stands with one competency on a day. */
export function standingOn(facts: StandingFacts, on: IsoDate): Standing {
  const since = lastSignedOffOn(facts.events, { on });
  const practices = facts.practices.filter(({ performedOn }) => !since || performedOn > since);
  const progress = assessPractice(facts.rule.practice, practices);
  const theoryMissing = facts.theory.filter(({ doneOn }) => doneOn === null || doneOn > on);
  const prerequisitesMissing = facts.prerequisites.filter(({ current }) => !current);
  const declined = standingDecline(facts.declined ?? null, practices);
  const learning = {
    started: practices.length > 0 || theoryMissing.length < facts.theory.length,
    practiceMet: progress.met,
    theoryMet: theoryMissing.length === 0,
    prerequisitesMet: prerequisitesMissing.length === 0,
    requestState: facts.request?.state ?? null,
    declined: declined !== null,
  };
  const { events } = facts;
  const underReview = reviewKind(events, { on });
  const status = holdingStatus({ events, noticeDays: facts.rule.noticeDays, learning }, { on });
  const { restsOn, voided } = holdingOn(events, { on });
  const expiresOn = restsOn?.expiresOn ?? null;
  const authority = authorityStatus(facts.rule, facts.grants, on);
  const waiting = practices.filter(({ state }) => awaitsAnswer(state));
  const hoped = practices.map((one) =>
    awaitsAnswer(one.state) ? { ...one, state: "confirmed" as const } : one,
  );
  const step = nextStep(status, {
    authority,
    authorityEnd: lastAuthorityEnd(facts.grants, on),
    expiresOn,
    requestState: learning.requestState,
    supervisorName: facts.supervisor?.name ?? null,
    supervisorCheckDue: facts.supervisor?.checkDue ?? false,
    missing: facts.request?.missing ?? null,
    declined,
    underReview,
    theoryMissing: theoryMissing.map(({ name }) => name),
    prerequisitesMissing: prerequisitesMissing.map(({ title }) => title),
    practiceNeeds: progress.needs,
    unconfirmed: waiting[0] ? { count: waiting.length, observerName: waiting[0].observerName } : null,
    needsOnceConfirmed: assessPractice(facts.rule.practice, hoped).needs,
    versionInForce: facts.versionInForce,
  });
  const settled = status === "competent" || status === "suspended" || status === "restricted";
  const shown = settled ? assessPractice(facts.rule.practice, facts.practices) : progress;
  return {
    status,
    expiresOn,
    authority,
    progress: shown,
    usedUntil: settled ? null : since,
    nextStep: step,
    complete: learning.practiceMet && learning.theoryMet && learning.prerequisitesMet,
    underReview,
    signedInError: voided && restsOn === null,
    awaiting: waiting.length,
  };
}

/** A decline is put right by practice that was recorded and confirmed since; what was there already was judged. */
function standingDecline(
  declined: { at: string; byName: string | null } | null,
  practices: StandingFacts["practices"],
): { byName: string | null } | null {
  if (!declined) return null;
  const answered = practices.some(
    ({ state, recordedAt }) => state === "confirmed" && Date.parse(recordedAt) > Date.parse(declined.at),
  );
  return answered ? null : { byName: declined.byName };
}
