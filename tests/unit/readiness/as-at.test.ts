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

test("what is no day is named, with what was asked for", () => {
  const parts = { "on-day": "30", "on-month": "02", "on-year": "2026" };
  expect(askedOf({ on: "2026-02-30" }, today)).toMatchObject({ on: today, wrong: parts });
  const unreadable = { "on-day": "yesterday", "on-month": "", "on-year": "" };
  expect(askedOf({ on: "yesterday" }, today)).toMatchObject({ on: today, wrong: unreadable });
  expect(askedOf({ on: "9999-12-31" }, today)).toMatchObject({ on: today, wrong: { "on-year": "9999" } });
  expect(askedOf({ on: "" }, today).wrong).toBeNull();
  const two = askedOf({ on: ["2026-01-01", "2026-01-02"] }, today);
  expect(two.wrong).toMatchObject({ "on-day": "2026-01-01 2026-01-0" });
});

test("the form's three fields are a day too, which is then the address", () => {
  const sent = (day: string, month: string, year: string) =>
    askedOf({ "on-day": day, "on-month": month, "on-year": year, on: "2020-01-01" }, today);
  expect(sent("3", "3", "2026")).toMatchObject({ on: "2026-03-03", wrong: null, byForm: true });
  expect(sent("31", "2", "2026")).toMatchObject({
    on: today,
    wrong: { "on-day": "31", "on-month": "2", "on-year": "2026" },
  });
  expect(sent("", "", "").wrong).not.toBeNull();
  expect(askedOf({ "on-day": "3", on: "2026-03-03" }, today)).toMatchObject({
    on: "2026-03-03",
    byForm: false,
  });
  expect(askedOf({ "on-day": "3" }, today).wrong).toEqual({ "on-day": "3", "on-month": "", "on-year": "" });
});
