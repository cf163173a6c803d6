import "server-only";
import { and, between, desc, eq, inArray, ne } from "drizzle-orm";
import type { CommandContext } from "@/lib/auth/actor";
import { refuse } from "@/lib/platform/refusals";
import { lockAction } from "./locks";
import { bodyHashOf, type OnceOnly, savedId } from "./once";
import { idempotencyKeys } from "./schema";
import type { Tx } from "./tenant";

/** So long the same thing under another key is taken for a form that was sent twice, as after going back to it. */
const askedMs = 30 * 60 * 1000;

/**
 * Refuses `saved-before`, with what was saved and when, where this person saved one of these bodies a moment ago
 * under another key, and has not said since that this is another one. Of two at once, one is asked.
 */
export async function askOfTwins(
  tx: Tx,
  ctx: CommandContext,
  { action, key }: Pick<OnceOnly, "action" | "key">,
  bodies: readonly unknown[],
): Promise<void> {
  const { trustId, staffId } = ctx.actor;
  await lockAction(tx, staffId, action);
  // The primary key begins with these three: what one person did in one way.
  const [twin] = await tx
    .select({ result: idempotencyKeys.result, createdAt: idempotencyKeys.createdAt })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.trustId, trustId),
        eq(idempotencyKeys.staffId, staffId),
        eq(idempotencyKeys.action, action),
        ne(idempotencyKeys.key, key),
        inArray(idempotencyKeys.bodyHash, bodies.map(bodyHashOf)),
        between(idempotencyKeys.createdAt, around(ctx.now, -askedMs), around(ctx.now, askedMs)),
      ),
    )
    .orderBy(desc(idempotencyKeys.createdAt))
    .limit(1);
  if (!twin) return;
  const at = twin.createdAt.toISOString();
  if (ctx.atForm?.again !== at) refuse("conflict", "saved-before", { id: savedId(twin.result), at });
}

function around(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
