import { daysBetween, type IsoDate } from "@/lib/platform/dates";
import { canTake, takeStep, type Workflow } from "@/lib/platform/workflow";

export const practiceStates = [
  "draft",
  "awaiting-confirmation",
  "confirmed",
  "not-confirmed",
  "lapsed",
  "withdrawn",
] as const;
export type PracticeState = (typeof practiceStates)[number];

/** A correction is a new row that supersedes; who may withdraw from which state is for `policy` to say. */
export const practiceWorkflow = {
  edit: { from: ["draft"], to: "draft" },
  submit: { from: ["draft", "lapsed"], to: "awaiting-confirmation" },
  correct: { from: ["awaiting-confirmation"], to: "awaiting-confirmation" },
  confirm: { from: ["awaiting-confirmation", "lapsed"], to: "confirmed" },
  refuse: { from: ["awaiting-confirmation", "lapsed"], to: "not-confirmed" },
  lapse: { from: ["awaiting-confirmation"], to: "lapsed" },
  withdraw: { from: ["draft", "awaiting-confirmation", "confirmed"], to: "withdrawn" },
} as const satisfies Workflow<PracticeState>;

export type PracticeStep = keyof typeof practiceWorkflow;

/** Does the practice wait for an answer? A late one still counts. */
export function awaitsAnswer(state: PracticeState): boolean {
  return canTakePractice("confirm", state);
}

export function canTakePractice(step: PracticeStep, state: PracticeState): boolean {
  return canTake(practiceWorkflow, step, state);
}

export function takePractice(step: PracticeStep, state: PracticeState): PracticeState {
  return takeStep(practiceWorkflow, step, state, "practice-step-not-possible");
}

/** The rows that make a practice's state. */
export interface PracticeStateFacts {
  submitted: boolean;
  response: { kind: "confirmed" | "not-confirmed" } | null;
  withdrawn: boolean;
  /** The day it was last submitted; null while it is a draft. */
  awaitingSince: IsoDate | null;
}

/** Days that a request for confirmation waits before it lapses, where the trust has set none. */
export const defaultAwaitingDays = 28;

/** The state on a day. The limit includes its last day. */
export function practiceState(
  facts: PracticeStateFacts,
  on: IsoDate,
  limitDays: number = defaultAwaitingDays,
): PracticeState {
  if (facts.withdrawn) return "withdrawn";
  if (facts.response) return facts.response.kind;
  if (!facts.submitted || facts.awaitingSince === null) return "draft";
  return isLateAnswer(facts.awaitingSince, on, limitDays) ? "lapsed" : "awaiting-confirmation";
}

/** Is an answer on this day after the trust's limit? It still stands, marked as late. */
export function isLateAnswer(awaitingSince: IsoDate, on: IsoDate, limitDays = defaultAwaitingDays): boolean {
  return daysBetween(awaitingSince, on) > limitDays;
}
