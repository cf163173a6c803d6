import { describe, expect, test } from "vitest";
import type { PracticeRule } from "@/lib/competencies/rules";
import {
  type LastUsed,
  missingKinds,
  type PracticeChoices,
  proposePractice,
} from "@/lib/evidence/practice/rules";
import { assessPractice } from "@/lib/evidence/rules";

const rule: PracticeRule = {
  performancesRequired: 4,
  minObservers: 1,
  minDays: 1,
  settingKinds: [],
  directRequired: 2,
  indirectRequired: 2,
  stoppedResets: false,
  simulationFirst: false,
  directOnly: false,
  equipmentSpecific: false,
};
const choices: PracticeChoices = {
  settings: [
    { id: "ward", kind: "ward" },
    { id: "clinic", kind: "clinic" },
  ],
  equipment: [{ id: "camera-1" }, { id: "camera-2" }],
  observers: [{ id: "owen" }, { id: "ada" }],
};
const used: LastUsed = {
  competencyId: "a",
  settingId: "clinic",
  equipmentId: "camera-2",
  supervision: "indirect",
  observerId: "ada",
  recordedAt: "2026-05-14T09:00:00.000Z",
};
const nothingYet = { id: "a", rule, progress: assessPractice(rule, []) };

describe("what the form proposes", () => {
  test("nothing was ever used: the person chooses, and direct supervision comes first", () => {
    expect(proposePractice(nothingYet, choices, [])).toEqual({
      settingId: null,
      equipmentId: null,
      supervision: "direct",
      observerId: null,
    });
  });

  test("a single choice is proposed", () => {
    const single = {
      settings: [{ id: "ward", kind: "ward" as const }],
      equipment: [{ id: "x" }],
      observers: [{ id: "owen" }],
    };
    expect(proposePractice(nothingYet, single, [])).toMatchObject({
      settingId: "ward",
      equipmentId: "x",
      observerId: "owen",
    });
  });

  test("the last use of this competency wins over a later one of another", () => {
    const later = { ...used, competencyId: "b", settingId: "ward", observerId: "owen" };
    expect(proposePractice(nothingYet, choices, [later, used])).toMatchObject({
      settingId: "clinic",
      equipmentId: "camera-2",
      observerId: "ada",
    });
  });

  test("from another competency comes the place and the observer, never the equipment", () => {
    const other = { ...used, competencyId: "b" };
    expect(proposePractice(nothingYet, choices, [other])).toMatchObject({
      settingId: "clinic",
      equipmentId: null,
      observerId: "ada",
    });
  });

  test("a place that does not count and a person who has left are not proposed", () => {
    const wardOnly = { ...rule, settingKinds: ["ward" as const] };
    const gone = { ...used, observerId: "somebody-else" };
    expect(proposePractice({ ...nothingYet, rule: wardOnly }, choices, [gone])).toMatchObject({
      settingId: "ward",
      observerId: null,
    });
  });

  test("an IR(ME)R task stays under direct supervision", () => {
    const direct = { ...rule, directOnly: true };
    expect(proposePractice({ ...nothingYet, rule: direct }, choices, [used]).supervision).toBe("direct");
  });
});

describe("which kinds of practice are missing", () => {
  const need = (code: "performances" | "direct" | "days", have: number) => ({
    code,
    needed: 3,
    have,
    met: have >= 3,
  });

  test("the bare number is left out where supervision says it", () => {
    const needs = [need("performances", 1), need("direct", 1), need("days", 1)];
    expect(missingKinds({ needs }).map(({ code }) => code)).toEqual(["direct", "days"]);
  });

  test("it stays where supervision says less", () => {
    const needs = [need("performances", 1), need("direct", 2)];
    expect(missingKinds({ needs }).map(({ code }) => code)).toEqual(["performances", "direct"]);
  });

  test("what is met is not missing", () => expect(missingKinds({ needs: [need("days", 3)] })).toEqual([]));
});
