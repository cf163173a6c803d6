"use client";

import { RawTableBody } from "@/components/ui/raw-table";
import { type Matrix, matrixBody } from "./matrix-rows";

/**
 * The body of the matrix, made here and not in a server component: the page would carry all of it a second time, for
 * the browser. As text, because React would take in each of a thousand cells by itself.
 */
export function MatrixBody({ packed }: { packed: string }) {
  const matrix: Matrix = JSON.parse(packed);
  return <RawTableBody body={matrixBody(matrix)} />;
}
