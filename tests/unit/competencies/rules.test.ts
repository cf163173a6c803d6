import { describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  finalAssessments,
  type PracticeRule,
  practiceRuleFaults,
  requirementKinds,
  riskLevels,
  settingKinds,
  supervisionLevels,
} from "@/lib/competencies/rules";
import { assessorApprovalInput, coverInput, requirementInput } from "@/lib/competencies/schema";
import {
  competencyRefusals,
  finalAssessmentWords,
  inSettingWords,
  requirementKindWords,
  riskWords,
  settingKindWords,
  supervisionWords,
} from "@/lib/competencies/words";

const sound: PracticeRule = {
  performancesRequired: 10,
  minObservers: 2,
  minDays: 3,
  settingKinds: [],
  directRequired: 8,
  indirectRequired: 2,
  stoppedResets: false,
  simulationFirst: true,
  directOnly: false,
  equipmentSpecific: false,
};

describe("a practice rule that can't be met, or is too light for its risk", () => {
  test("a sound rule has no fault at any risk", () => {
    for (const risk of riskLevels) expect(practiceRuleFaults(sound, risk)).toEqual([]);
  });

  test.each<[Partial<PracticeRule>, string[]]>([
    [{ indirectRequired: 3 }, ["performances-not-split"]],
    [{ minDays: 11 }, ["days-exceed-performances"]],
    [{ minObservers: 11 }, ["observers-exceed-performances"]],
    [
      {
        performancesRequired: 3,
        directRequired: 3,
        indirectRequired: 0,
        settingKinds: ["ward", "clinic", "home", "remote"],
      },
      ["settings-exceed-performances"],
    ],
    [{ directOnly: true }, ["indirect-not-allowed"]],
    [{ minObservers: 1 }, ["high-risk-needs-observers"]],
    [{ minDays: 2 }, ["high-risk-needs-days"]],
  ])("%j", (changes, faults) => {
    expect(practiceRuleFaults({ ...sound, ...changes }, "high")).toEqual(faults);
    for (const fault of faults) expect(competencyRefusals[fault]?.({})).toMatch(/^[A-Z]/);
  });

  test("one person on one day is enough at medium risk", () => {
    expect(practiceRuleFaults({ ...sound, minObservers: 1, minDays: 1 }, "medium")).toEqual([]);
  });
});

test("every word of the rules is put into words", () => {
  expect(Object.keys(settingKindWords)).toEqual([...settingKinds]);
  expect(Object.keys(inSettingWords)).toEqual([...settingKinds]);
  expect(Object.keys(supervisionWords)).toEqual([...supervisionLevels]);
  expect(Object.keys(riskWords)).toEqual([...riskLevels]);
  expect(Object.keys(finalAssessmentWords)).toEqual([...finalAssessments]);
  expect(Object.keys(requirementKindWords)).toEqual([...requirementKinds]);
});

describe("forms", () => {
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  const approval = {
    staffId: id,
    frameworkId: id,
    competencyId: "",
    validFrom: "2026-05-14",
    validUntil: "",
  };

  test("an approval is for a framework or for a competency, and ends after it begins", () => {
    expect(assessorApprovalInput.parse(approval)).toEqual({
      ...approval,
      competencyId: null,
      validUntil: null,
    });
    expect(firstProblem(assessorApprovalInput, { ...approval, competencyId: id })).toBe(
      "Select either a framework or a competency",
    );
    expect(firstProblem(assessorApprovalInput, { ...approval, frameworkId: "" })).toBe(
      "Select either a framework or a competency",
    );
    expect(firstProblem(assessorApprovalInput, { ...approval, validUntil: "2026-05-14" })).toBe(
      "The approval has to end after it begins",
    );
    expect(firstProblem(assessorApprovalInput, { ...approval, validUntil: "soon" })).toBe(
      "Enter a real day, or leave it empty",
    );
  });

  test("induction is due from day one", () => {
    const requirement = {
      teamId: id,
      jobRoleId: id,
      competencyId: id,
      kind: "mandatory",
      dueDays: "0",
      validFrom: "2026-05-14",
    };
    expect(requirementInput.parse(requirement).dueDays).toBe(0);
    expect(firstProblem(requirementInput, { ...requirement, dueDays: "" })).toMatch(
      /^Enter by how many days/,
    );
    expect(firstProblem(requirementInput, { ...requirement, kind: "" })).toMatch(/^Select whether/);
  });

  test("cover is at least one person", () => {
    const cover = {
      teamId: id,
      competencyId: id,
      shiftPattern: "nights",
      minimum: "2",
      validFrom: "2026-05-14",
    };
    expect(coverInput.parse(cover).minimum).toBe(2);
    expect(firstProblem(coverInput, { ...cover, minimum: "0" })).toMatch(/^Enter how many people/);
  });
});

function firstProblem(schema: z.ZodType, input: unknown): string | undefined {
  return schema.safeParse(input).error?.issues[0]?.message;
}
