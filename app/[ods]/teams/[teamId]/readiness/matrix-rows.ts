import { html, type SafeHtml } from "@/components/ui/html";
import { statusCellHtml } from "@/components/ui/status";
import type { TeamMember } from "@/lib/readiness/asked/queries";
import type { Column } from "@/lib/readiness/columns/queries";
import type { MatrixCell, MatrixRow } from "@/lib/readiness/rules";
import { cellDetail, notYetEntitledWords } from "@/lib/readiness/words";

interface Row {
  row: MatrixRow;
  person: TeamMember;
  /** The address of the person's record. */
  href: string;
}

const notAsked = html`<td class="nhsuk-table__cell"><span class="app-status"><span aria-hidden="true">–</span><span class="nhsuk-u-visually-hidden">Not asked for</span></span></td>`;

/** The body of the matrix: a row a post, a cell a competency, each leading to the record. */
export function matrixBody(rows: readonly Row[], columns: readonly Column[]): SafeHtml {
  return html`${rows.map((row) => matrixRow(row, columns))}`;
}

function matrixRow({ row, person, href }: Row, columns: readonly Column[]): SafeHtml {
  const { name, cells } = row;
  const filled = cells.map((cell, index) => matrixCell(cell, `${name}, ${columns[index]?.title}`, href));
  return html`<tr class="nhsuk-table__row"><th class="nhsuk-table__header" scope="row"><a href="${href}">${name}</a><br><span class="nhsuk-u-font-weight-normal">${person.jobRoleTitle}, band ${person.band}</span></th>${filled}</tr>`;
}

function matrixCell(cell: MatrixCell, about: string, recordHref: string): SafeHtml {
  if (cell.word === null) return notAsked;
  const href = `${recordHref}/competencies/${cell.competencyId}`;
  const detail = cellDetail(cell);
  if (detail === notYetEntitledWords) return statusCellHtml(cell.word, about, href, detail);
  return statusCellHtml(cell.word, detail ? `${about}, ${detail}` : about, href);
}
