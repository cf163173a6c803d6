import "server-only";
import { and, desc, eq, inArray, lte } from "drizzle-orm";
import { known } from "@/db/facts";
import { theoryCompletions } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { IsoDate } from "@/lib/platform/dates";

/** The latest day on which each item was completed, by item; items not done by the day are absent. */
export async function selectTheoryDone(
  tx: Tx,
  staffId: string,
  itemIds: string[],
  on: IsoDate,
): Promise<Map<string, IsoDate>> {
  if (itemIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([theoryCompletions.theoryItemId], {
      itemId: theoryCompletions.theoryItemId,
      completedOn: theoryCompletions.completedOn,
    })
    .from(theoryCompletions)
    .where(
      and(
        known(theoryCompletions),
        eq(theoryCompletions.staffId, staffId),
        inArray(theoryCompletions.theoryItemId, itemIds),
        lte(theoryCompletions.completedOn, on),
      ),
    )
    .orderBy(theoryCompletions.theoryItemId, desc(theoryCompletions.completedOn));
  return new Map(rows.map(({ itemId, completedOn }) => [itemId, completedOn]));
}
