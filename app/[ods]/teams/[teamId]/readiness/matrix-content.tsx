"use client";

import { RawTableBody } from "@/components/ui/raw-table";
import { TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { type Matrix, matrixBody } from "./matrix-rows";

/**
 * The matrix, made here and not in a server component: the page would carry all of it a second time, for the browser.
 * Its body as text, because React would take in each of a thousand cells by itself.
 */
export function MatrixContent({ packed }: { packed: string }) {
  const matrix: Matrix = JSON.parse(packed);
  return (
    <>
      <TableHead>
        <TableRow>
          <TableHeader>Person</TableHeader>
          {matrix.columns.map(({ id, title }) => (
            <TableHeader key={id}>{title}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <RawTableBody body={matrixBody(matrix)} />
    </>
  );
}
