import { trustPath } from "@/app/_server/addresses";
import { RawTableBody } from "@/components/ui/raw-table";
import { StatusKey, StatusSprite } from "@/components/ui/status";
import { Table, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { TeamReadiness } from "@/lib/readiness/queries";
import { matrixBody } from "./matrix-rows";

/** People a page. */
export const matrixPageSize = 40;

interface Props {
  ods: string;
  team: TeamReadiness;
  page: number;
}

/** People × competencies that the team asks of them or needs on a shift. */
export function MatrixTable({ ods, team: { readiness, people, columns }, page }: Props) {
  const from = (page - 1) * matrixPageSize;
  const rows = readiness.rows.slice(from, from + matrixPageSize).flatMap((row, index) => {
    const person = people[from + index];
    return person ? [{ row, person, href: trustPath({ ods }, "people", person.staffId) }] : [];
  });
  return (
    <>
      <StatusSprite />
      <StatusKey />
      <Table caption="Who can do what" matrix scroll>
        <TableHead>
          <TableRow>
            <TableHeader>Person</TableHeader>
            {columns.map(({ competencyId, title }) => (
              <TableHeader key={competencyId}>{title}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <RawTableBody body={matrixBody(rows, columns)} />
      </Table>
    </>
  );
}
