import { expect, test } from "vitest";
import { askedOf, queryOf, withQuery } from "@/app/[ods]/teams/[teamId]/as-at";
import { lastInstantOf } from "@/lib/readiness/as-at/rules";

const today = "2026-05-14";

test.each([
  ["2026-01-15", "2026-01-15T23:59:59.999Z"],
  ["2026-07-15", "2026-07-15T22:59:59.999Z"],
  ["2026-03-28", "2026-03-28T23:59:59.999Z"],
  ["2026-03-29", "2026-03-29T22:59:59.999Z"],
  ["2026-10-24", "2026-10-24T22:59:59.999Z"],
  ["2026-10-25", "2026-10-25T23:59:59.999Z"],
])("the last instant of %s in London", (on, instant) => {
  expect(lastInstantOf(on).toISOString()).toBe(instant);
});

test("an address without a day is today, as known now", () => {
  expect(askedOf({}, today)).toMatchObject({
    on: today,
    asKnownThen: false,
    knownAt: undefined,
    wrong: null,
  });
  expect(queryOf(askedOf({}, today))).toEqual({ on: undefined, known: undefined });
});

test("a past day can be shown as it was known then; today and the future can't", () => {
  const past = askedOf({ on: "2026-03-03", known: "then" }, today);
  expect(past).toMatchObject({ on: "2026-03-03", asKnownThen: true, knownAt: lastInstantOf("2026-03-03") });
  expect(withQuery("/t", queryOf(past))).toBe("/t?on=2026-03-03&known=then");
  expect(askedOf({ on: today, known: "then" }, today).asKnownThen).toBe(false);
  expect(askedOf({ on: "2027-01-01", known: "then" }, today)).toMatchObject({
    on: "2027-01-01",
    asKnownThen: false,
  });
});

test("what is no day is named, and today is shown", () => {
  expect(askedOf({ on: "2026-02-30" }, today)).toMatchObject({ on: today, wrong: "2026-02-30" });
  expect(askedOf({ on: "" }, today).wrong).toBeNull();
  expect(askedOf({ on: ["2026-01-01", "x"] }, today)).toMatchObject({ on: today, wrong: null });
});
