import { html, type SafeHtml } from "@/components/ui/html";
import { type MatrixWord, statusCellHtml } from "@/components/ui/status-cell";

/** The matrix as its body needs it, with what many cells say said once. */
export interface Matrix {
  /** The address that every record's begins with. */
  path: string;
  /** What every record's address ends with: the day, where it is not today. */
  query: string;
  columns: { id: string; title: string }[];
  /** What cells say: the word, what only a screen reader adds, and what stands beneath. */
  sayings: Saying[];
  rows: { staffId: string; name: string; post: string; cells: number[] }[];
}

export type Saying = [word: MatrixWord, aside: string, note: string];

/** In the place of a saying's number where nothing is asked or begun. */
export const nothingSaid = -1;

const notAsked = html`<td><span class="app-status"><span aria-hidden="true">–</span><span class="nhsuk-u-visually-hidden">Not asked for</span></span></td>`;

/** The body of the matrix: a row a post, a cell a competency, each leading to the record. */
export function matrixBody({ path, query, columns, sayings, rows }: Matrix): SafeHtml {
  return html`${rows.map((row) => {
    const href = `${path}/${row.staffId}`;
    const cells = columns.map(({ id }, index) => {
      const saying = sayings[row.cells[index] ?? nothingSaid];
      if (!saying) return notAsked;
      const [word, aside, note] = saying;
      return statusCellHtml({ word, aside, note }, `${href}/competencies/${id}${query}`);
    });
    return html`<tr class="nhsuk-table__row"><th class="nhsuk-table__header" scope="row"><a href="${href}">${row.name}</a><br><span class="nhsuk-u-font-weight-normal">${row.post}</span></th>${cells}</tr>`;
  })}`;
}
