import type { TeamReadiness } from "@/lib/readiness/queries";
import type { MatrixCell, MatrixRow } from "@/lib/readiness/rules";
import { cellDetail, notYetEntitledWords, overdueWords } from "@/lib/readiness/words";
import { type Matrix, nothingSaid, type Saying } from "./matrix-rows";

/** Rows, and beside them in the same order whose posts they are. */
export interface MatrixFacts extends Pick<TeamReadiness, "people" | "columns"> {
  rows: readonly MatrixRow[];
}

/** So many posts of a team's readiness from one on, for the body of the matrix. */
export function packMatrix(
  { rows: all, people, columns }: MatrixFacts,
  { path, query }: Pick<Matrix, "path" | "query">,
  { from, most }: { from: number; most: number },
): Matrix {
  const sayings: Saying[] = [];
  const places = new Map<string, number>();
  const placeOf = (saying: Saying) => {
    const key = saying.join("\n");
    const place = places.get(key) ?? sayings.push(saying) - 1;
    places.set(key, place);
    return place;
  };
  const rows = all.slice(from, from + most).flatMap(({ staffId, name, cells }, index) => {
    const person = people[from + index];
    if (!person) return [];
    const post = `${person.jobRoleTitle}, band ${person.band}`;
    return [{ staffId, name, post, cells: cells.map((cell) => numberOf(cell, placeOf)) }];
  });
  return {
    path,
    query,
    columns: columns.map(({ competencyId: id, title }) => ({ id, title })),
    sayings,
    rows,
  };
}

function numberOf(cell: MatrixCell, placeOf: (saying: Saying) => number): number {
  if (cell.word === null) return nothingSaid;
  if (cell.overdueSince) return placeOf([cell.word, "", overdueWords(cell.overdueSince)]);
  const detail = cellDetail(cell) ?? "";
  return placeOf(detail === notYetEntitledWords ? [cell.word, "", detail] : [cell.word, detail, ""]);
}
