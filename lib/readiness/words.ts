import { shiftPatternWords } from "@/lib/people/words";
import { formatDate } from "@/lib/platform/dates";
import { hasAuthority } from "@/lib/sign-off/authority/rules";
import { isHeld } from "@/lib/sign-off/holding/rules";
import type { CoverLine, MatrixCell, MatrixWord } from "./rules";

export const matrixWords: Record<MatrixWord, string> = {
  current: "Current",
  due: "Due",
  "not current": "Not current",
  training: "Training",
};

/** What a reader of the matrix may know of a cell: never that somebody is suspended or restricted, nor why. */
export function cellLabel({ word, status, authority, expiresOn }: MatrixCell): string {
  if (word === null) return "Not asked for";
  if (isHeld(status) && !hasAuthority(authority)) return "Signed off, not yet entitled";
  if (expiresOn === null || !isHeld(status)) return matrixWords[word];
  return `${matrixWords[word]}, valid until ${formatDate(expiresOn)}`;
}

/** "1 of 2 needed on nights: 1 short". */
export function coverSentence({ shiftPattern, minimum, holders, short }: CoverLine): string {
  const when = shiftPattern === "any" ? "" : ` on ${shiftPatternWords[shiftPattern].toLowerCase()}`;
  const have = `${holders.length} of ${minimum} needed${when}`;
  return short ? `${have}: ${minimum - holders.length} short` : `${have}: enough`;
}

/** Said where one absence would leave nobody. */
export const singleHolderWords = "Only one person holds this";
