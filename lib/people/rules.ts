import { type Dated, type IsoDate, isInForce } from "@/lib/platform/dates";

export const registrationBodies = ["NMC", "HCPC", "GMC", "GPhC", "SWE"] as const;
export type RegistrationBody = (typeof registrationBodies)[number];

export const registrationOutcomes = ["registered", "conditions", "lapsed", "not-found"] as const;
export type RegistrationOutcome = (typeof registrationOutcomes)[number];

export const shiftPatterns = ["any", "days", "nights", "weekends"] as const;
export type ShiftPattern = (typeof shiftPatterns)[number];

/** Somebody looked at the public register. Pass only rows that nothing has superseded. */
export interface RegistrationCheck {
  id: string;
  outcome: RegistrationOutcome;
  checkedOn: IsoDate;
  recordedAt: string;
  /** From when the outcome holds: a lapse found today may have begun in March. */
  effectiveOn: IsoDate;
  /** The last day on which this check still counts: the register's own expiry. */
  nextCheckDueOn: IsoDate;
}

/** A lead has recorded that the conditions found by one check do not bear on assessing. */
export interface ConditionClearance extends Dated {
  registrationCheckId: string;
  recordedAt: string;
}

export const registrationStandings = [
  "current",
  "check-due",
  "conditional",
  "conditional-cleared",
  "lapsed",
  "unchecked",
] as const;
export type RegistrationStanding = (typeof registrationStandings)[number];

/**
 * How a registration stood on a day, as known at an instant (left out: as known now).
 * The latest look at the register decides for every day from its effective date on.
 */
export function registrationStanding(
  checks: readonly RegistrationCheck[],
  clearances: readonly ConditionClearance[],
  on: IsoDate,
  knownAt?: string,
): { standing: RegistrationStanding; check: RegistrationCheck | null } {
  const [check] = checks
    .filter((candidate) => candidate.effectiveOn <= on && isKnown(candidate, knownAt))
    .sort(laterLookFirst);
  if (!check) return { standing: "unchecked", check: null };
  const cleared = clearances.some(
    (clearance) =>
      clearance.registrationCheckId === check.id && isInForce(clearance, on) && isKnown(clearance, knownAt),
  );
  return { standing: standingOf(check, cleared, on), check };
}

/** May a signature rest on a registration that stands like this? */
export function mayRegistrationSign(standing: RegistrationStanding): boolean {
  return standing === "current" || standing === "conditional-cleared";
}

// HCPC renews a whole profession on one night: a date that has passed asks for a check, it proves no lapse.
function standingOf(check: RegistrationCheck, cleared: boolean, on: IsoDate): RegistrationStanding {
  if (check.outcome === "lapsed" || check.outcome === "not-found") return "lapsed";
  if (on > check.nextCheckDueOn) return "check-due";
  if (check.outcome === "registered") return "current";
  return cleared ? "conditional-cleared" : "conditional";
}

function isKnown({ recordedAt }: { recordedAt: string }, knownAt: string | undefined): boolean {
  return knownAt === undefined || Date.parse(recordedAt) <= Date.parse(knownAt);
}

function laterLookFirst(a: RegistrationCheck, b: RegistrationCheck): number {
  return (
    compare(b.checkedOn, a.checkedOn) ||
    Date.parse(b.recordedAt) - Date.parse(a.recordedAt) ||
    compare(b.id, a.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lower case without accents, for searching and sorting. */
export function searchNameOf(name: string): string {
  return name
    .replaceAll("\u0000", "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
