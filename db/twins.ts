import "server-only";
import { and, between, desc, eq, ne, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { CommandContext } from "@/lib/auth/actor";
import { refuse } from "@/lib/platform/refusals";
import { lockAction } from "./locks";
import { bodyHashOf, type OnceOnly, savedId } from "./once";
import { idempotencyKeys } from "./schema";
import type { Tx } from "./tenant";

/** So long the same thing under another key is taken for a form that was sent twice, as after going back to it. */
const askedMs = 30 * 60 * 1000;

/** The same thing, saved a moment ago under another key: where to see it, and when it was saved. */
export interface Twin {
  id: string | null;
  at: Date;
}

/** Finds the latest that this person saved just now and that is the same. */
export type FindTwin = (tx: Tx, ctx: CommandContext, once: OnceOnly) => Promise<Twin | null>;

/**
 * Refuses `saved-before`, with what was saved and when, where this person has saved the same a moment ago, and has
 * not said since that this is another one. Of two at once, one is asked.
 */
export async function askOfTwin(
  tx: Tx,
  ctx: CommandContext,
  once: OnceOnly,
  findTwin: FindTwin,
): Promise<void> {
  await lockAction(tx, ctx.actor.staffId, once.action);
  const twin = await findTwin(tx, ctx, once);
  if (!twin) return;
  const at = twin.at.toISOString();
  if (ctx.atForm?.again !== at) refuse("conflict", "saved-before", { id: twin.id, at });
}

/** What was saved a moment before, or, as clocks differ, after. */
export function savedJustNow(at: AnyPgColumn, now: Date): SQL {
  const around = (ms: number) => new Date(now.getTime() + ms);
  return between(at, around(-askedMs), around(askedMs));
}

/** For what is the same where everything typed is, in one way of sending it. */
export const sameBody: FindTwin = async (tx, ctx, { action, key, body }) => {
  const { trustId, staffId } = ctx.actor;
  // The primary key begins with these three: what one person did in one way.
  const [twin] = await tx
    .select({ result: idempotencyKeys.result, at: idempotencyKeys.createdAt })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.trustId, trustId),
        eq(idempotencyKeys.staffId, staffId),
        eq(idempotencyKeys.action, action),
        ne(idempotencyKeys.key, key),
        eq(idempotencyKeys.bodyHash, bodyHashOf(body)),
        savedJustNow(idempotencyKeys.createdAt, ctx.now),
      ),
    )
    .orderBy(desc(idempotencyKeys.createdAt))
    .limit(1);
  return twin ? { id: savedId(twin.result), at: twin.at } : null;
};
