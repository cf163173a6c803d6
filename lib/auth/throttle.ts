import "server-only";
import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { callGlobal } from "@/db/global";
import { env } from "@/lib/platform/env";
import { refuse } from "@/lib/platform/refusals";
import { type Allowance, waitAfter } from "./throttle-rules";

/** Something that tries are counted for: an account, or the network address they come from. */
export interface Counted {
  name: string;
  allowance: Allowance;
}

/**
 * Lets one try through unless earlier failures ask for a pause; `attempt` answers null for a failure. Tries for the
 * same thing (the first of `counted`) go one after another, so that a volley of guesses can't slip past the count.
 */
export function throttled<T>(
  counted: readonly [Counted, ...Counted[]],
  now: Date,
  field: string | undefined,
  attempt: () => Promise<T | null>,
): Promise<T | null> {
  const keys = counted.map(({ name, allowance }) => ({ key: keyOf(name), allowance }));
  return oneAtATime(counted[0].name, async () => {
    const waits = await Promise.all(keys.map(({ key, allowance }) => secondsToWait(key, allowance, now)));
    const seconds = Math.max(...waits);
    if (seconds > 0) refuse("rule", "too-many-tries", { seconds }, field);
    const result = await attempt();
    // A success clears its own account alone: else one known password would let an address guess at all others.
    if (result === null) await Promise.all(keys.map(({ key }) => countFailure(key, now)));
    else if (keys[0]) await clear(keys[0].key);
    return result;
  });
}

async function secondsToWait(key: Buffer, allowance: Allowance, now: Date): Promise<number> {
  const [state] = await callGlobal<{ failures: number; last_failed_at: string }>(
    sql`select failures, last_failed_at from throttle_state(array[${key}::bytea])`,
  );
  if (!state) return 0;
  return waitAfter(allowance, state.failures, new Date(state.last_failed_at), now);
}

async function countFailure(key: Buffer, now: Date): Promise<void> {
  await callGlobal(sql`select throttle_failed(${key}::bytea, ${now.toISOString()}::timestamptz)`);
}

async function clear(key: Buffer): Promise<void> {
  await callGlobal(sql`select throttle_cleared(${key}::bytea)`);
}

/** The database sees neither addresses nor e-mail addresses: only codes that need our secret to make. */
function keyOf(name: string): Buffer {
  return createHmac("sha256", env().nextauthSecret).update(`countersign/throttle/${name}`).digest();
}

const last = new Map<string, Promise<unknown>>();

async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(name) ?? Promise.resolve()).then(work);
  const settled = mine.catch(() => undefined);
  last.set(name, settled);
  try {
    return await mine;
  } finally {
    if (last.get(name) === settled) last.delete(name);
  }
}
