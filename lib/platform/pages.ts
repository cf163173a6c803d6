/** Lists show 25 a page. */
export const pageSize = 25;

export interface Page<Row> {
  rows: Row[];
  page: number;
  pages: number;
}

/** Which rows to fetch. A page that makes no sense is the first. */
export function pageWindow(page: number): { limit: number; offset: number } {
  return { limit: pageSize, offset: (soundPage(page) - 1) * pageSize };
}

/** The rows of one page, each of which carries the number of all rows. */
export function toPage<Row extends { total: number }>(
  rows: readonly Row[],
  page: number,
): Page<Omit<Row, "total">> {
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    page: soundPage(page),
    pages: Math.ceil(total / pageSize),
  };
}

/** The number in `?page=`; 1 for anything else. */
export function pageNumber(text: string | string[] | undefined): number {
  return typeof text === "string" && /^\d{1,5}$/.test(text) ? soundPage(Number(text)) : 1;
}

function soundPage(page: number): number {
  return Number.isInteger(page) && page >= 1 ? page : 1;
}

/** One page of a list that is short enough to be read whole. */
export function pageOf<Row>(rows: readonly Row[], page: number): Page<Row> {
  const { limit, offset } = pageWindow(page);
  return {
    rows: rows.slice(offset, offset + limit),
    page: soundPage(page),
    pages: Math.ceil(rows.length / pageSize),
  };
}
