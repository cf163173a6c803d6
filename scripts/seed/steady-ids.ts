import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { type IdMaker, seededIds, useIds } from "@/lib/platform/ids";

const scope = new AsyncLocalStorage<IdMaker>();

/**
 * Within `work` identifiers depend on the seed and on the order of calls there, not on what else runs meanwhile;
 * outside of it they are unique as ever.
 */
export function withSteadyIds<T>(
  seed: string,
  start: Date,
  work: (maker: IdMaker) => Promise<T>,
): Promise<T> {
  const maker = seededIds(seed, start);
  return scope.run(maker, () => work(maker));
}

export function useSteadyIds(): void {
  const elsewhere = seededIds(randomUUID(), new Date(0));
  useIds((at) => (scope.getStore() ?? elsewhere)(at));
}
