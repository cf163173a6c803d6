import { type Dated, type IsoDate, isInForce } from "@/lib/platform/dates";
import type { CellRule } from "../cells/rules";

/** A column of the matrix: a competency with the text and rules in force on the day. */
export interface Column extends CellRule {
  code: string;
  title: string;
  /** Its numbers are product defaults that nobody has reviewed clinically yet. */
  productDefaults: boolean;
}

/** Of each competency the version in force on the day; what was asked before any was in force shows its first. */
export function columnsOn(versions: readonly (Column & Dated)[], on: IsoDate): Column[] {
  const chosen = new Map<string, Column>();
  for (const { validFrom, validUntil, ...column } of versions) {
    if (!chosen.has(column.competencyId) || isInForce({ validFrom, validUntil }, on)) {
      chosen.set(column.competencyId, column);
    }
  }
  return [...chosen.values()];
}
