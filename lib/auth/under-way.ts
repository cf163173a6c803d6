import "server-only";

interface Tries {
  count: number;
  waiting: (() => void)[];
}

const underWay = new Map<string, Tries>();
let departures = 0;

/**
 * Lets a try in as soon as none of its names is full; `room` says how many may be under way for each, or refuses.
 * Until it leaves, a try counts as a failure for whoever comes after: a volley of guesses gets as far as failures one
 * after another would, and no further. Those who wait are called one at a time, in the order they came.
 */
export async function enter(names: readonly string[], room: () => Promise<readonly number[]>): Promise<void> {
  const waitedFor = new Set<string>();
  try {
    for (;;) {
      const before = departures;
      const most = await room();
      if (departures !== before) continue;
      const full = names.find((name, index) => countOf(name) >= Math.max(1, most[index] ?? 1));
      if (full === undefined) break;
      waitedFor.add(full);
      await new Promise<void>((called) => triesFor(full).waiting.push(called));
    }
    for (const name of names) triesFor(name).count += 1;
  } finally {
    for (const name of waitedFor) callNext(name);
  }
}

/** The try is over, and its failure, if it was one, has been counted. */
export function leave(names: readonly string[]): void {
  departures += 1;
  for (const name of names) {
    triesFor(name).count -= 1;
    callNext(name);
  }
}

function countOf(name: string): number {
  return underWay.get(name)?.count ?? 0;
}

function triesFor(name: string): Tries {
  const known = underWay.get(name) ?? { count: 0, waiting: [] };
  underWay.set(name, known);
  return known;
}

function callNext(name: string): void {
  const tries = underWay.get(name);
  tries?.waiting.shift()?.();
  if (tries?.count === 0 && tries.waiting.length === 0) underWay.delete(name);
}
