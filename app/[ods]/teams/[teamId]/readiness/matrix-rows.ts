import { html, type SafeHtml } from "@/components/ui/html";
import { type StatusWords, statusCell } from "@/components/ui/status-cell";

/** The matrix as its body needs it, with what many cells say said once. */
export interface Matrix {
  /** The address that every record's begins with. */
  path: string;
  /** What every record's address ends with: the day, where it is not today. */
  query: string;
  columns: { id: string; title: string }[];
  sayings: StatusWords[];
  rows: { staffId: string; name: string; post: string; cells: number[] }[];
}

/** In the place of a saying's number where nothing is asked or begun. */
export const nothingSaid = -1;

const notAsked = html`<td><span class="app-status"><span aria-hidden="true">–</span><span class="nhsuk-u-visually-hidden">Not asked for</span></span></td>`;

/** The body of the matrix: a row a post, a cell a competency, each leading to the record. */
export function matrixBody({ path, query, columns, sayings, rows }: Matrix): SafeHtml {
  const cells = sayings.map(statusCell);
  const records = columns.map(({ id }) => html`/competencies/${id}${query}`);
  const pieces: SafeHtml[] = [];
  for (const row of rows) {
    const person = html`${path}/${row.staffId}`;
    pieces.push(
      html`<tr class="nhsuk-table__row"><th class="nhsuk-table__header" scope="row"><a href="${person}">${row.name}</a><br><span class="nhsuk-u-font-weight-normal">${row.post}</span></th>`,
    );
    records.forEach((record, index) => {
      const cell = cells[row.cells[index] ?? nothingSaid];
      if (cell) pieces.push(cell.before, person, record, cell.after);
      else pieces.push(notAsked);
    });
    pieces.push(html`</tr>`);
  }
  return html`${pieces}`;
}
