import type { ShiftPattern } from "@/lib/people/rules";
import type { Dated } from "@/lib/platform/dates";
import { hasAuthority } from "@/lib/sign-off/authority/rules";
import { isHeld } from "@/lib/sign-off/holding/status/rules";
import type { PairMap } from "../pairs/rules";
import type { CellFact, Member } from "../rules";

/** How many current holders a team needs; "any" counts all of them, whatever they work. */
export interface Cover extends Dated {
  competencyId: string;
  shiftPattern: ShiftPattern;
  minimum: number;
}

export interface CoverLine {
  competencyId: string;
  shiftPattern: ShiftPattern;
  minimum: number;
  /** The staff members who count, in the order of the rows. */
  holders: string[];
  short: boolean;
  singleHolder: boolean;
  /** Members who may do it too but usually work another shift. */
  onOtherShifts: number;
}

/** Does this holder count towards cover? Only who may do it on the day without a limit: "current" or "due". */
export function countsForCover({ status, authority }: Pick<CellFact, "status" | "authority">): boolean {
  return isHeld(status) && hasAuthority(authority);
}

/** Whether those who may do it, and usually work that shift, are enough. */
export function coverLine(
  { competencyId, shiftPattern, minimum }: Cover,
  people: readonly Member[],
  cells: PairMap<CellFact>,
): CoverLine {
  const able = people.filter((member) => {
    const cell = cells.get(member.staffId, competencyId);
    return cell !== undefined && countsForCover(cell);
  });
  const holders = eachOnce(able.filter((member) => works(member, shiftPattern)));
  return {
    competencyId,
    shiftPattern,
    minimum,
    holders,
    short: holders.length < minimum,
    singleHolder: holders.length === 1,
    onOtherShifts: eachOnce(able).length - holders.length,
  };
}

/** Somebody with two posts is one person. */
function eachOnce(people: readonly Member[]): string[] {
  return [...new Set(people.map(({ staffId }) => staffId))];
}

function works({ shiftPattern }: Member, wanted: ShiftPattern): boolean {
  return wanted === "any" || shiftPattern === null || shiftPattern === "any" || shiftPattern === wanted;
}
