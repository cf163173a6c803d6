import { shiftPatternWords } from "@/lib/people/words";
import type { Names } from "@/lib/readiness/attention/words";
import type { CoverLine } from "@/lib/readiness/cover/rules";
import { coverSentence, singleHolderWords } from "@/lib/readiness/words";

/** A line of cover, in the words of its table. */
export interface NamedCover {
  key: string;
  competency: string;
  shift: string;
  have: number;
  minimum: number;
  sentence: string;
  short: boolean;
  /** Said where one absence would leave nobody; else null. */
  singleHolder: string | null;
  who: string;
}

export function namedCover(cover: readonly CoverLine[], names: Names): NamedCover[] {
  return cover.map((line) => ({
    key: `${line.competencyId} ${line.shiftPattern}`,
    competency: names.competency(line.competencyId),
    shift: shiftPatternWords[line.shiftPattern],
    have: line.holders.length,
    minimum: line.minimum,
    sentence: coverSentence(line),
    short: line.short,
    singleHolder: line.singleHolder ? singleHolderWords(line) : null,
    who: line.holders.map(names.person).join(", ") || "Nobody",
  }));
}
