import { addDays, type Dated, formatDate, type IsoDate } from "@/lib/platform/dates";
import type { AuthorityKind, AuthorityStatus } from "./rules";

export const authorityWords: Record<AuthorityStatus, string> = {
  "not-needed": "Counts on the sign-off alone",
  entitled: "Entitled",
  "not-accepted": "Signed off, not yet entitled: waiting for the person to accept",
  "not-entitled": "Signed off, not yet entitled",
};

export const authorityKindWords: Record<AuthorityKind, string> = {
  entitlement: "IR(ME)R entitlement",
  "scope-extension": "Scope extension",
};

/** For which equipment an authority is. */
export function equipmentSentence(equipmentName: string | null): string {
  return equipmentName ? `${equipmentName} only` : "Any that the sign-off is for";
}

/** From which day an authority holds, and up to which, where it ends. */
export function validitySentence({ validFrom, validUntil }: Dated): string {
  if (validUntil !== null && validUntil <= validFrom) return "On no day: it was taken back";
  const from = `From ${formatDate(validFrom)}`;
  return validUntil ? `${from} to ${formatDate(addDays(validUntil, -1))}` : from;
}

/** What an end that is already set allows. */
export function endAlreadySet(validUntil: IsoDate): string {
  return `This authority already ends: its last day is ${formatDate(addDays(validUntil, -1))}. You can move its end earlier, not later. For longer, a new authority has to be granted and accepted anew`;
}

/** Why an authority ends with the sign-off that was signed in error. */
export const restedOnVoided = "The sign-off that it rested on was voided";

interface Ended {
  personName: string;
  competencyTitle: string;
  validFrom: IsoDate;
  validUntil: IsoDate;
}

/** Whose authority for what ends, and when. */
export function endedSentence({ personName, competencyTitle, validFrom, validUntil }: Ended): string {
  const whose = `The authority of ${personName} for “${competencyTitle}”`;
  return validUntil <= validFrom
    ? `${whose} is taken back: it holds on no day`
    : `${whose} ends: its last day is ${formatDate(addDays(validUntil, -1))}`;
}
