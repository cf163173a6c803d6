import "server-only";
import type { Tx } from "@/db/tenant";
import type { IsoDate } from "@/lib/platform/dates";
import { listVersions } from "../queries";

/** A competency goes by its title in force on the day; by its code where no version is. */
export async function withTitles<Row extends { competencyId: string; code: string }>(
  tx: Tx,
  rows: Row[],
  on: IsoDate,
): Promise<(Row & { competencyTitle: string })[]> {
  const versions = await listVersions(
    tx,
    rows.map(({ competencyId }) => competencyId),
    on,
  );
  const titles = new Map(versions.map(({ competencyId, title }) => [competencyId, title]));
  return rows.map((row) => ({ ...row, competencyTitle: titles.get(row.competencyId) ?? row.code }));
}
