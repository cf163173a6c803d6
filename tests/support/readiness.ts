import type { IsoDate } from "@/lib/platform/dates";
import { PairMap } from "@/lib/readiness/pairs/rules";
import * as rules from "@/lib/readiness/rules";

/** The facts with their cells as a list. */
export interface ListedFacts extends Omit<rules.ReadinessFacts, "cells"> {
  cells: readonly rules.CellFact[];
}

export function assessReadiness(facts: ListedFacts, on: IsoDate): rules.Readiness {
  const cells = new PairMap<rules.CellFact>();
  for (const cell of facts.cells) cells.set(cell.staffId, cell.competencyId, cell);
  return rules.assessReadiness({ ...facts, cells }, on);
}
