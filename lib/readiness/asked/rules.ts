import type { MatrixRow } from "../rules";

interface Post {
  staffId: string;
  name: string;
}

/** The posts of whom anything is asked, or that have begun something, and everybody else's names. */
export interface Split<Member> {
  rows: MatrixRow[];
  /** Beside the rows, in the same order. */
  people: Member[];
  others: Post[];
}

/** Takes those out of a team's matrix of whom nothing is asked; `people` stand beside the rows in the same order. */
export function splitByAsked<Member>(rows: readonly MatrixRow[], people: readonly Member[]): Split<Member> {
  const isAsked = ({ cells }: MatrixRow) => cells.some(({ word }) => word !== null);
  const asked = rows.filter(isAsked);
  const named = new Set(asked.map(({ staffId }) => staffId));
  const others = rows.filter(({ staffId }) => !named.has(staffId));
  return {
    rows: asked,
    people: people.filter((_, index) => rows[index] && isAsked(rows[index])),
    others: [...new Map(others.map(({ staffId, name }) => [staffId, { staffId, name }])).values()],
  };
}
