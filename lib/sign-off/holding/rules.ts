import type { SupervisionLevel } from "@/lib/competencies/rules";
import { addMonths, type IsoDate } from "@/lib/platform/dates";

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
