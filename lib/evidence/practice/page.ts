import "server-only";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { getPractice, type PracticeRow, selectComments } from "./queries";

/** One practice with its owner's comments. Refuses "not-found" for whoever may not see it. */
export async function getPracticePage(
  actor: Actor,
  id: string,
  on: IsoDate,
): Promise<{ practice: PracticeRow; comments: Awaited<ReturnType<typeof selectComments>> }> {
  const practice = await getPractice(actor, id, on);
  const comments = await withTrust(actor, (tx) => selectComments(tx, [practice.id]));
  return { practice, comments };
}
