import type { TeamReadiness } from "@/lib/readiness/queries";
import type { MatrixCell, MatrixRow } from "@/lib/readiness/rules";
import { cellNote } from "@/lib/readiness/words";
import { type Matrix, nothingSaid } from "./matrix-rows";

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
  const sayings: Matrix["sayings"] = [];
  const places = new Map<string, number>();
  const placeOf = (cell: MatrixCell) => {
    if (cell.word === null) return nothingSaid;
    const note = cellNote(cell);
    const key = `${cell.word} ${note}`;
    const place = places.get(key) ?? sayings.push({ word: cell.word, note }) - 1;
    places.set(key, place);
    return place;
  };
  const rows = all.slice(from, from + most).flatMap(({ staffId, name, cells }, index) => {
    const person = people[from + index];
    if (!person) return [];
    const post = `${person.jobRoleTitle}, band ${person.band}`;
    return [{ staffId, name, post, cells: cells.map(placeOf) }];
  });
  return {
    path,
    query,
    columns: columns.map(({ competencyId: id, title }) => ({ id, title })),
    sayings,
    rows,
  };
}
