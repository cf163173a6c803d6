import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { type IdMaker, useIds as makeIdsWith, seededIds } from "@/lib/platform/ids";

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

export function keepIdsSteady(): void {
  const elsewhere = seededIds(randomUUID(), new Date(0));
  makeIdsWith((at) => (scope.getStore() ?? elsewhere)(at));
}
