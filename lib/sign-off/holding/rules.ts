import type { SupervisionLevel } from "@/lib/competencies/rules";
import { addMonths, daysBetween, type IsoDate } from "@/lib/platform/dates";
import type { RequestState } from "@/lib/sign-off/workflow";

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

export const holdingEventKinds = [
  "granted",
  "renewed",
  "suspended",
  "restricted",
  "reinstated",
  "revoked",
  "voided",
] as const;

export type HoldingEventKind = (typeof holdingEventKinds)[number];

/** What stands until a reassessment lifts it. */
export type ReviewKind = Extract<HoldingEventKind, "suspended" | "restricted">;

/** One insert-only fact of a holding's history. `on` is the day from which it counts. */
export interface HoldingEvent {
  id: string;
  kind: HoldingEventKind;
  on: IsoDate;
  recordedAt: string;
  /** The last valid day, fixed when granted or renewed; null where it does not expire, and for other kinds. */
  expiresOn: IsoDate | null;
  /** For "voided": the event that was signed in error. */
  voidsEventId?: string | null | undefined;
}

export interface EquipmentNamed {
  id: string;
  name: string;
}

/** What a holder is limited to: the equipment that they practised on, and what a restriction names. */
export interface HoldingScope {
  equipment?: EquipmentNamed[];
  site?: { id: string; name: string };
  supervision?: SupervisionLevel;
  limits?: string;
}

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

/** The day asked about, and what was on record by then; `knownAt` left out or null means all that is on record. */
export interface AsAt {
  on: IsoDate;
  knownAt?: string | null;
}

/** What the events alone say on a day. */
export interface HoldingState {
  /** The grant or renewal that the holding rests on; null if nothing is held. */
  restsOn: HoldingEvent | null;
  suspended: boolean;
  restricted: boolean;
  /** A grant up to that day was signed in error. */
  voided: boolean;
}

/**
 * The last valid day of something signed on `grantedOn`: months are added to that day and clamped to the month's
 * end (29 February + 12 months is 28 February). Validity includes this day.
 */
export function expiryOn(grantedOn: IsoDate, reassessMonths: number | null): IsoDate | null {
  return reassessMonths === null ? null : addMonths(grantedOn, reassessMonths);
}

/** Reads the history in order. A voided event counts as never written, so that what came before shows through. */
export function holdingOn(events: readonly HoldingEvent[], { on, knownAt = null }: AsAt): HoldingState {
  const known = knownAt === null ? events : events.filter((event) => isKnown(event, knownAt));
  const voidedIds = new Set(
    known.flatMap((event) => (event.kind === "voided" ? (event.voidsEventId ?? []) : [])),
  );
  const reached = known.filter((event) => event.on <= on);
  const standing = reached.filter((event) => !voidedIds.has(event.id)).sort(inOrder);
  const voided = reached.some((event) => event.kind === "granted" && voidedIds.has(event.id));
  return standing.reduce(afterEvent, { restsOn: null, suspended: false, restricted: false, voided });
}

/** The suspension, or else the restriction, that a reassessment would lift on a day; null where there is none. */
export function openReview<Event extends HoldingEvent>(events: readonly Event[], asAt: AsAt): Event | null {
  const kind = reviewKind(events, asAt);
  if (!kind) return null;
  const reached = events.filter((event) => event.kind === kind && event.on <= asAt.on);
  return (
    reached
      .filter((event) => isKnown(event, asAt.knownAt ?? null))
      .sort(inOrder)
      .at(-1) ?? null
  );
}

/** The equipment that the holding is for; empty where it names none. A restriction can name no other. */
export function equipmentHeldFor(
  events: readonly (HoldingEvent & { scope: HoldingScope })[],
  asAt: AsAt,
): EquipmentNamed[] {
  const { restsOn } = holdingOn(events, asAt);
  return events.find(({ id }) => id === restsOn?.id)?.scope.equipment ?? [];
}

/** Which of the two stands on a day, whatever became of the sign-off since; null where neither does. */
export function reviewKind(events: readonly HoldingEvent[], asAt: AsAt): ReviewKind | null {
  const { suspended, restricted } = holdingOn(events, asAt);
  if (suspended) return "suspended";
  return restricted ? "restricted" : null;
}

/**
 * The day of the latest sign-off up to a day, whatever became of it; null if there was none. Practice up to that
 * day has been used for it, so the next sign-off asks for practice since then.
 */
export function lastSignedOffOn(
  events: readonly HoldingEvent[],
  { on, knownAt = null }: AsAt,
): IsoDate | null {
  const known = events.filter((event) => isKnown(event, knownAt));
  const voidedIds = new Set(known.flatMap(({ voidsEventId }) => voidsEventId ?? []));
  const days = known
    .filter((event) => event.on <= on)
    .filter(({ id, kind }) => (kind === "granted" || kind === "renewed") && !voidedIds.has(id))
    .map((event) => event.on);
  return days.sort().at(-1) ?? null;
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

/**
 * A renewal stands by itself: what it renewed may turn out to be signed in error. A reinstatement lifts the suspension
 * that its signer was shown, else the restriction; both outlive a void, and end with a revocation.
 */
function afterEvent(state: HoldingState, event: HoldingEvent): HoldingState {
  switch (event.kind) {
    case "granted":
    case "renewed":
      return { ...state, restsOn: event };
    case "suspended":
      return { ...state, suspended: true };
    case "restricted":
      return { ...state, restricted: true };
    case "reinstated":
      return state.suspended ? { ...state, suspended: false } : { ...state, restricted: false };
    case "revoked":
      return { ...state, restsOn: null, suspended: false, restricted: false };
    case "voided":
      return state;
  }
}

function isKnown(event: HoldingEvent, knownAt: string | null): boolean {
  return knownAt === null || Date.parse(event.recordedAt) <= Date.parse(knownAt);
}

function inOrder(a: HoldingEvent, b: HoldingEvent): number {
  return compare(a.on, b.on) || Date.parse(a.recordedAt) - Date.parse(b.recordedAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
