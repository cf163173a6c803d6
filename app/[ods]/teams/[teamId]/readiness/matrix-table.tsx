import { trustPath } from "@/app/_server/addresses";
import { StatusKey } from "@/components/ui/status";
import { Table, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { IsoDate } from "@/lib/platform/dates";
import { MatrixBody } from "./matrix-body";
import { type MatrixFacts, packMatrix } from "./pack-matrix";

/** People a page. */
export const matrixPageSize = 40;

interface Props extends MatrixFacts {
  ods: string;
  page: number;
  /** The day shown; null where it is today. */
  on: IsoDate | null;
}

/** People × competencies that the team asks of them or needs on a shift. */
export function MatrixTable({ ods, page, on, ...facts }: Props) {
  const shown = { from: (page - 1) * matrixPageSize, most: matrixPageSize };
  const matrix = packMatrix(
    facts,
    { path: trustPath({ ods }, "people"), query: on ? `?on=${on}` : "" },
    shown,
  );
  return (
    <>
      <StatusKey />
      <Table caption="Who can do what" captionHidden matrix scroll>
        <TableHead>
          <TableRow>
            <TableHeader>Person</TableHeader>
            {facts.columns.map(({ competencyId, title }) => (
              <TableHeader key={competencyId}>{title}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <MatrixBody packed={JSON.stringify(matrix)} />
      </Table>
    </>
  );
}
