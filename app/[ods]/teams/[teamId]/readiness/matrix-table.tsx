import { trustPath } from "@/app/_server/addresses";
import { StatusKey, StatusSprite } from "@/components/ui/status";
import { Table, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { TeamReadiness } from "@/lib/readiness/queries";
import { MatrixBody } from "./matrix-body";
import { packMatrix } from "./pack-matrix";

/** People a page. */
export const matrixPageSize = 40;

interface Props {
  ods: string;
  team: TeamReadiness;
  page: number;
}

/** People × competencies that the team asks of them or needs on a shift. */
export function MatrixTable({ ods, team, page }: Props) {
  const shown = { from: (page - 1) * matrixPageSize, most: matrixPageSize };
  const matrix = packMatrix(team, trustPath({ ods }, "people"), shown);
  return (
    <>
      <StatusSprite />
      <StatusKey />
      <Table caption="Who can do what" matrix scroll>
        <TableHead>
          <TableRow>
            <TableHeader>Person</TableHeader>
            {matrix.columns.map(({ id, title }) => (
              <TableHeader key={id}>{title}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <MatrixBody packed={JSON.stringify(matrix)} />
      </Table>
    </>
  );
}
