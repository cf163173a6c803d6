import { trustPath } from "@/app/_server/addresses";
import { StatusKey } from "@/components/ui/status";
import { Table } from "@/components/ui/table";
import type { IsoDate } from "@/lib/platform/dates";
import { MatrixContent } from "./matrix-content";
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
        <MatrixContent packed={JSON.stringify(matrix)} />
      </Table>
    </>
  );
}
