import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { CommandContext } from "@/lib/auth/actor";
import { refuse } from "@/lib/platform/refusals";
import { bodyHashOf, type OnceOnly, savedId } from "./once";
import { idempotencyKeys } from "./schema";
import { type Tx, withTrust } from "./tenant";
import { askOfTwin, type FindTwin } from "./twins";

interface Options {
  serializable?: boolean;
  /** For what may well be done twice: whoever saved the same just now is asked first, `saved-before`. */
  findTwin?: FindTwin;
}

/**
 * Runs a command once: in one transaction, in its actor's trust. The same key and body again gets the stored
 * answer; the same key with another body refuses `already-saved`. A refusal rolls the key back with the rest.
 */
export function runCommand<Result>(
  ctx: CommandContext,
  once: OnceOnly,
  work: (tx: Tx) => Promise<Result>,
  { findTwin, ...options }: Options = {},
): Promise<Result> {
  return withTrust(
    ctx.actor,
    async (tx) => {
      const earlier = await claimKey(tx, ctx, once);
      if (earlier) return earlier.result as Result;
      if (findTwin && ctx.atForm) await askOfTwin(tx, ctx, once, findTwin);
      const result = await work(tx);
      await tx.update(idempotencyKeys).set({ result }).where(thisKey(ctx, once));
      return result;
    },
    { requestId: ctx.requestId, ...options },
  );
}

/** Takes the key, waiting for a concurrent holder; returns the stored answer if there is one. */
async function claimKey(tx: Tx, ctx: CommandContext, once: OnceOnly): Promise<{ result: unknown } | null> {
  const bodyHash = bodyHashOf(once.body);
  const taken = await tx
    .insert(idempotencyKeys)
    .values({
      trustId: ctx.actor.trustId,
      staffId: ctx.actor.staffId,
      action: once.action,
      key: once.key,
      bodyHash,
      result: sql`'null'::jsonb`,
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (taken.length > 0) return null;
  const [stored] = await tx
    .select({ bodyHash: idempotencyKeys.bodyHash, result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(thisKey(ctx, once));
  if (!stored?.bodyHash.equals(bodyHash))
    refuse("conflict", "already-saved", { id: savedId(stored?.result) });
  return { result: stored.result };
}

function thisKey({ actor }: CommandContext, { action, key }: OnceOnly) {
  return and(
    eq(idempotencyKeys.trustId, actor.trustId),
    eq(idempotencyKeys.staffId, actor.staffId),
    eq(idempotencyKeys.action, action),
    eq(idempotencyKeys.key, key),
  );
}
