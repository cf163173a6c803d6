import type { Figure } from "./measure";

export interface Row {
  name: string;
  /** By staff, then by connections. */
  page: Map<number, Map<number, Figure>>;
  handler: Map<number, Map<number, Figure>> | null;
  targeted: boolean;
}

export interface Verdict {
  text: string;
  met: boolean;
}

const floorMost = 3;
const growthMost = 1.2;

/** One table of figures in Markdown, for one size and number of connections. */
export function figuresTable(rows: readonly Row[], staff: number, connections: number): string {
  const head = [
    `| ${staff.toLocaleString("en-GB")} staff, ${connections === 1 ? "1 connection" : `${connections} connections`} | requests/s | p50 ms | p95 ms | CPU ms | of PostgreSQL ms | × floor | handler CPU ms | KB |`,
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
  ];
  const floor = figureOf(rows[0], staff, connections);
  return [...head, ...rows.map((row) => figuresLine(row, staff, connections, floor))].join("\n");
}

function figuresLine(row: Row, staff: number, connections: number, floor: Figure | undefined): string {
  const figure = figureOf(row, staff, connections);
  if (!figure) return `| ${row.name} | not there | | | | | | | |`;
  const { perSecond, p50, p95, cpu, databaseCpu, bytes } = figure;
  const handler = row.handler?.get(staff)?.get(connections);
  const cells = [
    row.name,
    perSecond.toFixed(0),
    p50.toFixed(1),
    p95.toFixed(1),
    cpu.toFixed(1),
    databaseCpu.toFixed(1),
    floor && bytes ? (cpu / floor.cpu).toFixed(1) : "",
    handler ? handler.cpu.toFixed(1) : "",
    bytes ? (bytes / 1024).toFixed(0) : "",
  ];
  return `| ${cells.join(" | ")} |`;
}

/** The targets of the specification, as ratios of processor time, from the 16-connection runs. */
export function verdicts(rows: readonly Row[], [small, large]: readonly [number, number]): Verdict[] {
  const [floorRow] = rows;
  return rows.slice(1).flatMap((row) => {
    const [before, after] = [figureOf(row, small, 16), figureOf(row, large, 16)];
    const [floorBefore, floorAfter] = [figureOf(floorRow, small, 16), figureOf(floorRow, large, 16)];
    if (!before || !after || !floorBefore || !floorAfter) return [];
    const growth = (after.cpu + after.databaseCpu) / (before.cpu + before.databaseCpu);
    const toFloor = Math.max(before.cpu / floorBefore.cpu, after.cpu / floorAfter.cpu);
    const perPage = verdict(`${row.name}: ${large} staff to ${small}, with PostgreSQL`, growth, growthMost);
    return row.targeted ? [verdict(`${row.name}: to the floor`, toFloor, floorMost), perPage] : [perPage];
  });
}

function verdict(what: string, ratio: number, most: number): Verdict {
  const met = ratio <= most;
  return { text: `${met ? "met   " : "MISSED"}  ${ratio.toFixed(2)} × (at most ${most} ×)  ${what}`, met };
}

function figureOf(row: Row | undefined, staff: number, connections: number): Figure | undefined {
  return row?.page.get(staff)?.get(connections);
}
