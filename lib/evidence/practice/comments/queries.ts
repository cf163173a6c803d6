import "server-only";
import { asc, inArray } from "drizzle-orm";
import { practiceComments } from "@/db/schema";
import type { Tx } from "@/db/tenant";

/** The practitioner's own remarks on one practice, in order. */
export async function selectComments(tx: Tx, practiceIds: string[]) {
  if (practiceIds.length === 0) return [];
  const rows = await tx
    .select({
      id: practiceComments.id,
      practiceId: practiceComments.practiceId,
      text: practiceComments.text,
      recordedAt: practiceComments.recordedAt,
    })
    .from(practiceComments)
    .where(inArray(practiceComments.practiceId, practiceIds))
    .orderBy(asc(practiceComments.recordedAt), asc(practiceComments.id));
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}
