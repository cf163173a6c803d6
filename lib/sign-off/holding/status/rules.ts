import { daysBetween, type IsoDate } from "@/lib/platform/dates";
import type { RequestState } from "@/lib/sign-off/workflow";
import { type AsAt, type HoldingEvent, type HoldingState, holdingOn } from "../rules";

/** The ten words for what a person's holding of a competency is on a day. Computed, never stored. */
export const holdingStatuses = [
  "not-started",
  "working-towards",
  "ready-to-request",
  "awaiting-decision",
  "competent",
  "renewal-due",
  "expired",
  "suspended",
  "restricted",
  "voided",
] as const;

export type HoldingStatus = (typeof holdingStatuses)[number];

/** How far somebody has come who does not hold the competency, as it stood on the day asked about. */
export interface Learning {
  /** Anything recorded yet: practice, or a theory item done. */
  started: boolean;
  practiceMet: boolean;
  theoryMet: boolean;
  prerequisitesMet: boolean;
  /** The state of the open request; null if there is none. */
  requestState: RequestState | null;
  /** The last request was declined, and nothing has been practised or asked since. */
  declined?: boolean;
}

/** What a status rests on besides the history. */
export interface StatusFacts {
  noticeDays: number;
  learning: Learning;
}

export interface HoldingFacts extends StatusFacts {
  events: readonly HoldingEvent[];
}

/**
 * The status on a day, from facts alone. "Voided" stays until the person asks again, so that an error is never
 * mistaken for something they lost.
 */
export function holdingStatus(facts: HoldingFacts, asAt: AsAt): HoldingStatus {
  const state = holdingOn(facts.events, asAt);
  const status = plainStatus(state, facts, asAt.on);
  const asked = isSent(facts.learning.requestState);
  return state.voided && !state.restsOn && !state.suspended && !asked ? "voided" : status;
}

/** The statuses of somebody for whom nothing was ever signed in error. */
export type PlainStatus = Exclude<HoldingStatus, "voided">;

/** The status as if what was signed in error had never been signed: how it reads beside other people. */
export function statusWithoutErrors(facts: HoldingFacts, asAt: AsAt): PlainStatus {
  return plainStatus(holdingOn(facts.events, asAt), facts, asAt.on);
}

/** The same of a history that was read already. */
export function plainStatus(state: HoldingState, facts: StatusFacts, on: IsoDate): PlainStatus {
  if (state.suspended) return "suspended";
  if (state.restsOn) return heldStatus(state, state.restsOn.expiresOn, facts.noticeDays, on);
  return learningStatus(facts.learning);
}

/** May the holder do it on that day, as far as the sign-off goes? Authority and limits are asked separately. */
export function isHeld(status: HoldingStatus): boolean {
  return status === "competent" || status === "renewal-due";
}

/** Suspension outranks expiry, and expiry a restriction: the word shown is always the more cautious one. */
function heldStatus(
  { restricted }: HoldingState,
  expiresOn: IsoDate | null,
  noticeDays: number,
  on: IsoDate,
): PlainStatus {
  if (expiresOn !== null && on > expiresOn) return "expired";
  if (restricted) return "restricted";
  if (expiresOn !== null && daysBetween(on, expiresOn) <= noticeDays) return "renewal-due";
  return "competent";
}

/** A decline says that more than the numbers is asked for: ready again once there is new practice, or once asked again. */
function learningStatus(learning: Learning): PlainStatus {
  if (learning.requestState === "submitted") return "awaiting-decision";
  const { started, declined = false } = learning;
  const complete = learning.practiceMet && learning.theoryMet && learning.prerequisitesMet;
  if (complete && !declined) return "ready-to-request";
  return started || declined || isSent(learning.requestState) ? "working-towards" : "not-started";
}

/** A draft is its owner's alone: the status reads the same to everybody. */
function isSent(requestState: RequestState | null): boolean {
  return requestState !== null && requestState !== "draft";
}
