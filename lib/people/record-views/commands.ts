import "server-only";
import { recordViews } from "@/db/schema";
import { withTrust } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { londonDate } from "@/lib/platform/dates";

/** Keeps, once a day, that the actor looked at somebody's record, for that person to see. */
export async function recordView({ actor, now }: CommandContext, subjectId: string): Promise<void> {
  if (actor.staffId === subjectId) return;
  const view = { trustId: actor.trustId, subjectId, viewerId: actor.staffId, viewedOn: londonDate(now) };
  await withTrust(actor, (tx) =>
    tx
      .insert(recordViews)
      .values({ ...view, firstViewedAt: now })
      .onConflictDoNothing(),
  );
}
