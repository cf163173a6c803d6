import { shiftPatternWords } from "@/lib/people/words";
import { formatDate } from "@/lib/platform/dates";
import { hasAuthority } from "@/lib/sign-off/authority/rules";
import { isHeld } from "@/lib/sign-off/holding/status/rules";
import type { CoverLine } from "./cover/rules";
import type { MatrixCell } from "./rules";

/**
 * What a reader of the matrix may know of a cell besides its word, said beneath it; empty where that is all. Never
 * that somebody is suspended or restricted, nor why.
 */
export function cellNote({ word, status, authority, expiresOn, overdueSince }: MatrixCell): string {
  if (overdueSince) return `overdue since ${formatDate(overdueSince)}`;
  if (isHeld(status) && !hasAuthority(authority)) return "Signed off, not yet entitled";
  return word === "due" && expiresOn ? `until ${formatDate(expiresOn)}` : "";
}

/** "1 of 2 needed on nights: 1 short". */
export function coverSentence({ shiftPattern, minimum, holders, short }: CoverLine): string {
  const when = shiftPattern === "any" ? "" : ` on ${shiftPatternWords[shiftPattern].toLowerCase()}`;
  const have = `${holders.length} of ${minimum} needed${when}`;
  return short ? `${have}: ${minimum - holders.length} short` : `${have}: enough`;
}

/** Said where one absence would leave nobody: "Only one on days (2 more work other shifts)". */
export function singleHolderWords({ shiftPattern, onOtherShifts }: CoverLine): string {
  if (shiftPattern === "any" || onOtherShifts === 0) return "Only one person holds this";
  const others = `${onOtherShifts} more ${onOtherShifts === 1 ? "works another shift" : "work other shifts"}`;
  return `Only one on ${shiftPatternWords[shiftPattern].toLowerCase()} (${others})`;
}
