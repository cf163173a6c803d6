import "server-only";
import { sql } from "drizzle-orm";
import { callGlobal } from "@/db/global";
import { refuse } from "@/lib/platform/refusals";
import { codeOf } from "./code";
import { type Allowance, placesLeft, waitAfter } from "./throttle-rules";
import { enter, leave } from "./under-way";

/** Something that tries are counted for, such as an account or the network address they come from. */
export interface Counted {
  name: string;
  allowance: Allowance;
}

interface Failures {
  count: number;
  lastAt: Date;
}

const none: Failures = { count: 0, lastAt: new Date(0) };

/** Lets one try through unless earlier failures ask for a pause; `attempt` answers null for a failure. */
export async function throttled<T>(
  counted: readonly [Counted, ...Counted[]],
  now: Date,
  field: string | undefined,
  attempt: () => Promise<T | null>,
): Promise<T | null> {
  const names = counted.map(({ name }) => name);
  await enter(names, async () => {
    const failures = await Promise.all(names.map(failuresOf));
    const waits = counted.map(({ allowance }, index) => {
      const { count, lastAt } = failures[index] ?? none;
      return waitAfter(allowance, count, lastAt, now);
    });
    const seconds = Math.max(...waits);
    if (seconds > 0) refuse("rule", "too-many-tries", { seconds }, field);
    return counted.map(({ allowance }, index) => placesLeft(allowance, (failures[index] ?? none).count));
  });
  try {
    const result = await attempt();
    // A success clears its first count alone: else one known password would let an address guess at all others.
    if (result === null) await Promise.all(counted.map((one) => countFailure(one, now)));
    else await clear(counted[0].name);
    return result;
  } finally {
    leave(names);
  }
}

async function failuresOf(name: string): Promise<Failures> {
  const [state] = await callGlobal<{ failures: number; last_failed_at: string }>(
    sql`select failures, last_failed_at from throttle_state(array[${keyOf(name)}::bytea])`,
  );
  return state ? { count: state.failures, lastAt: new Date(state.last_failed_at) } : none;
}

async function countFailure({ name, allowance }: Counted, now: Date): Promise<void> {
  await callGlobal(sql`select throttle_failed(${keyOf(name)}::bytea, ${now.toISOString()}::timestamptz,
    make_interval(secs => ${allowance.forgottenAfterSeconds}))`);
}

async function clear(name: string): Promise<void> {
  await callGlobal(sql`select throttle_cleared(${keyOf(name)}::bytea)`);
}

/** The database sees neither addresses nor e-mail addresses: only codes that need our secret to make. */
function keyOf(name: string): Buffer {
  return codeOf("throttle", name);
}
