import { expect, test } from "vitest";
import { newId, seededIds, useIds } from "@/lib/platform/ids";

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const start = new Date("2026-05-14T12:00:00Z");
test("identifiers are UUIDs of version 7, each different", () => {
  const ids = Array.from({ length: 1000 }, () => newId());
  for (const id of ids) expect(id).toMatch(version7);
  expect(new Set(ids).size).toBe(ids.length);
});

test("they rise with the time they are made at", () => {
  const earlier = newId(start);
  const later = newId(new Date(start.getTime() + 1));
  expect(earlier < later).toBe(true);
  expect(Number.parseInt(earlier.replace("-", "").slice(0, 12), 16)).toBe(start.getTime());
});

test("within a millisecond they rise in the order they are made in", () => {
  const ids = Array.from({ length: 1000 }, () => newId(start));
  expect(ids.toSorted()).toEqual(ids);
});

test("a seed gives the same ones each time, and another seed gives others", () => {
  const some = (seed: string) => Array.from({ length: 50 }, seededIdsOf(seed));
  expect(some("demo")).toEqual(some("demo"));
  expect(some("demo")).not.toEqual(some("other"));
  expect(new Set(some("demo")).size).toBe(50);
  expect(some("demo").toSorted()).toEqual(some("demo"));
  for (const id of some("demo")) expect(id).toMatch(version7);
});

test("the seed and the tests can put their own maker in", () => {
  useIds(seededIds("demo", start));
  const first = newId();
  useIds(seededIds("demo", start));
  expect(newId()).toBe(first);
});

function seededIdsOf(seed: string): () => string {
  const make = seededIds(seed, start);
  return () => make();
}
