import { trustPath } from "@/app/_server/addresses";
import { StatusKey, StatusSprite } from "@/components/ui/status";
import { Table, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { MatrixBody } from "./matrix-body";
import { type MatrixFacts, packMatrix } from "./pack-matrix";

/** People a page. */
export const matrixPageSize = 40;

interface Props extends MatrixFacts {
  ods: string;
  page: number;
}

/** People × competencies that the team asks of them or needs on a shift. */
export function MatrixTable({ ods, page, ...facts }: Props) {
  const shown = { from: (page - 1) * matrixPageSize, most: matrixPageSize };
  const matrix = packMatrix(facts, trustPath({ ods }, "people"), shown);
  return (
    <>
      <StatusSprite />
      <StatusKey />
      <Table caption="Who can do what" captionHidden matrix scroll>
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
