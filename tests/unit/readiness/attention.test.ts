import { expect, test } from "vitest";
import { attentionOf } from "@/lib/readiness/attention/rules";
import { attentionSentence, namesIn } from "@/lib/readiness/attention/words";
import type { Cover } from "@/lib/readiness/cover/rules";
import type { CellFact } from "@/lib/readiness/rules";
import { assessReadiness } from "@/tests/support/readiness";

const on = "2026-03-03";
const always = { validFrom: "2024-01-01", validUntil: null };
const names = namesIn({
  people: [
    { staffId: "ada", name: "Ada Example" },
    { staffId: "ben", name: "Ben Example" },
  ],
  columns: [{ competencyId: "ecg", title: "ECG" }],
});

function cover(minimum: number, shiftPattern: Cover["shiftPattern"] = "any"): Cover {
  return { competencyId: "ecg", shiftPattern, minimum, ...always };
}

function held(staffId: string, expiresOn: string | null): CellFact {
  return { staffId, competencyId: "ecg", status: "competent", authority: "not-needed", expiresOn };
}

function sentences(covers: Cover[], cells: CellFact[], required = false, dueDays = 1000): string[] {
  const people = ["ada", "ben"].map((staffId) => ({
    staffId,
    name: staffId,
    jobRole: "ap",
    shiftPattern: null,
    ...always,
  }));
  const requirement = { competencyId: "ecg", jobRole: "ap", kind: "mandatory" as const, dueDays, ...always };
  const facts = { requirements: required ? [requirement] : [], covers, people, cells };
  return attentionOf(assessReadiness(facts, on)).map((item) => attentionSentence(item, names));
}

test("nothing needs attention where cover is met for long", () => {
  expect(sentences([cover(1)], [held("ada", "2027-01-01"), held("ben", null)])).toEqual([]);
});

test("a shortfall comes first, then what nobody else could do", () => {
  expect(sentences([cover(1), cover(2, "nights")], [held("ada", null)], true)).toEqual([
    "ECG: 1 of 2 needed on nights: 1 short",
    "1 mandatory competency is not current: Ben Example",
    "ECG: only one person holds this, Ada Example",
  ]);
});

test("what is signed off and waits for entitlement is told from what is not current", () => {
  const waiting = { ...held("ada", null), authority: "not-accepted" as const };
  expect(sentences([], [waiting], true)).toEqual([
    "1 mandatory competency is not current: Ben Example",
    "1 mandatory competency is signed off, not yet entitled: Ada Example",
  ]);
  expect(sentences([], [waiting, { ...waiting, staffId: "ben" }], true)).toEqual([
    "2 mandatory competencies are signed off, not yet entitled: Ada Example, Ben Example",
  ]);
});

test("three people are named at most, each once, and the others counted", () => {
  const staffIds = ["a", "b", "c", "d", "e"];
  const people = staffIds.map((staffId) => ({ staffId, name: staffId.toUpperCase() }));
  const five = namesIn({ people, columns: [] });
  const said = (most: number) =>
    attentionSentence({ kind: "not-current", cells: 9, staffIds: staffIds.slice(0, most) }, five);
  expect(said(3)).toBe("9 mandatory competencies are not current: A, B, C");
  expect(said(5)).toBe("9 mandatory competencies are not current: A, B, C and 2 more");
  const row = (competencyId: string): CellFact => ({ ...held("ada", null), competencyId, status: "expired" });
  const asked = ["ecg", "venepuncture"].map((competencyId) => ({
    competencyId,
    jobRole: "ap",
    kind: "mandatory" as const,
    dueDays: 1000,
    ...always,
  }));
  const ada = { staffId: "ada", name: "Ada", jobRole: "ap", shiftPattern: null, ...always };
  const facts = { requirements: asked, covers: [], people: [ada], cells: [row("ecg"), row("venepuncture")] };
  expect(attentionOf(assessReadiness(facts, on))).toEqual([
    { kind: "not-current", cells: 2, staffIds: ["ada"] },
  ]);
});

test("what was due and was never signed off is overdue, with names, and not counted twice", () => {
  expect(sentences([], [{ ...held("ada", null), status: "working-towards" }], true, 30)).toEqual([
    "2 mandatory competencies are overdue: Ada Example, Ben Example",
  ]);
  expect(sentences([], [held("ada", null), { ...held("ben", null), status: "expired" }], true, 30)).toEqual([
    "1 mandatory competency is not current: Ben Example",
  ]);
});

test("a single holder on every shift is one worry", () => {
  expect(sentences([cover(1, "nights"), cover(1)], [held("ada", null)])).toEqual([
    "ECG: only one person holds this, Ada Example",
  ]);
});

test("cover that will be short names the day after the last that suffices", () => {
  expect(sentences([cover(2)], [held("ada", "2026-05-01"), held("ben", "2026-04-20")])).toEqual([
    "ECG will be short from 21 April 2026 if nobody acts",
  ]);
  expect(sentences([cover(1)], [held("ada", "2026-03-10"), held("ben", "2026-05-31")])).toEqual([
    "ECG will be short from 1 June 2026 if nobody acts",
    "1 sign-off runs out within 30 days",
  ]);
  expect(sentences([cover(1)], [held("ada", "2026-05-01"), held("ben", "2026-07-01")])).toEqual([]);
});

test("somebody with two posts counts once", () => {
  const posts = ["ap", "hca"].map((jobRole) => ({
    staffId: "ada",
    name: "Ada Example",
    jobRole,
    shiftPattern: null,
    ...always,
  }));
  const readiness = assessReadiness(
    { requirements: [], covers: [cover(2)], people: posts, cells: [held("ada", "2026-03-10")] },
    on,
  );
  expect(readiness.rows).toHaveLength(2);
  expect(readiness.cover[0]).toMatchObject({ holders: ["ada"], short: true, singleHolder: true });
  expect(readiness.expiring.within30).toHaveLength(1);
});
