import { addDays, type Dated, formatDate } from "@/lib/platform/dates";
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
  const from = `From ${formatDate(validFrom)}`;
  return validUntil ? `${from} to ${formatDate(addDays(validUntil, -1))}` : from;
}
