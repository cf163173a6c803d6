import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  formatDateTime,
  isInForce,
  isIsoDate,
  londonDate,
} from "@/lib/platform/dates";

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1950-01-01", days));

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-01-31", 3, "2026-04-30"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2028-02-29", 48, "2032-02-29"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-05-14", 0, "2026-05-14"],
])("%s and %i months is %s", (from, months, to) => {
  expect(addMonths(from, months)).toBe(to);
});

test("months go to the same day, or to the end of a shorter month", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (from, months) => {
      const to = addMonths(from, months);
      const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
      const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
      expect(to.slice(0, 7)).toBe(last.toISOString().slice(0, 7));
      expect(Number(to.slice(8))).toBe(Math.min(day, last.getUTCDate()));
    }),
  );
});

test("days are counted across clock changes and leap years", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  expect(daysBetween("2026-05-14", "2026-05-01")).toBe(-13);
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      expect(isIsoDate(addDays(from, days))).toBe(true);
    }),
  );
});

test.each([
  ["2026-05-14", true],
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-04-31", false],
  ["2026-4-3", false],
  ["14/05/2026", false],
  ["2026-05-14T00:00:00Z", false],
  ["0026-05-14", false],
  ["", false],
])("is %j a day? %s", (text, answer) => {
  expect(isIsoDate(text)).toBe(answer);
});

describe("in force", () => {
  test.each([
    ["2026-05-13", false],
    ["2026-05-14", true],
    ["2026-05-31", true],
    ["2026-06-01", false],
  ])("on %s: %s", (on, answer) => {
    expect(isInForce({ validFrom: "2026-05-14", validUntil: "2026-06-01" }, on)).toBe(answer);
  });

  test("without an end it stays in force, and an empty span never is", () => {
    expect(isInForce({ validFrom: "2026-05-14", validUntil: null }, "2099-01-01")).toBe(true);
    expect(isInForce({ validFrom: "2026-05-14", validUntil: "2026-05-14" }, "2026-05-14")).toBe(false);
  });
});

describe("in London", () => {
  test.each([
    ["2026-01-14T23:59:59Z", "2026-01-14"],
    ["2026-07-14T22:59:59Z", "2026-07-14"],
    ["2026-07-14T23:00:00Z", "2026-07-15"],
    ["2026-03-29T00:30:00Z", "2026-03-29"],
  ])("%s is %s", (instant, on) => {
    expect(londonDate(instant)).toBe(on);
    expect(londonDate(new Date(instant))).toBe(on);
  });

  test("dates and times read as the NHS writes them", () => {
    expect(formatDate("2026-05-04")).toBe("4 May 2026");
    expect(formatDateTime("2026-05-14T16:30:00Z")).toBe("14 May 2026 at 5:30pm");
    expect(formatDateTime("2026-07-14T23:05:00Z")).toBe("15 July 2026 at 12:05am");
  });
});

test.each(["1899-12-31", "2201-01-01", "9999-12-31"])("%s is no day that anything here is about", (day) => {
  expect(isIsoDate(day)).toBe(false);
});
