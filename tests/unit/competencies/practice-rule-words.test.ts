import { describe, expect, test } from "vitest";
import {
  practiceRuleSentences,
  signersSentence,
  validitySentence,
} from "@/lib/competencies/practice-rule/words";
import type { PracticeRule } from "@/lib/competencies/rules";

const once: PracticeRule = {
  performancesRequired: 1,
  minObservers: 1,
  minDays: 1,
  settingKinds: [],
  directRequired: 1,
  indirectRequired: 0,
  stoppedResets: false,
  simulationFirst: false,
  directOnly: false,
  equipmentSpecific: false,
};

describe("a practice rule in plain words", () => {
  test("the lightest rule says how often, how closely and what counts", () => {
    expect(practiceRuleSentences(once)).toEqual([
      "Do it once",
      "Each time under direct supervision, with the person who watches there throughout",
      "Only practice achieved without prompting counts, once the person who watched has confirmed it",
      "If one has to be stopped, it is repeated under direct supervision before more count",
    ]);
  });

  test("days, observers and rising independence are named", () => {
    const rule = {
      ...once,
      performancesRequired: 5,
      minObservers: 2,
      minDays: 3,
      directRequired: 3,
      indirectRequired: 2,
    };
    const [total, supervision] = practiceRuleSentences(rule);
    expect(total).toBe("Do it 5 times, on at least 3 different days, watched by at least 2 different people");
    expect(supervision).toBe(
      "The first 3 times under direct supervision, then 2 under indirect, with the person who watches at hand",
    );
  });

  test("settings, simulation, starting again and equipment each have a sentence", () => {
    const sentences = practiceRuleSentences({
      ...once,
      performancesRequired: 4,
      directRequired: 4,
      settingKinds: ["ward", "clinic"],
      simulationFirst: true,
      stoppedResets: true,
      equipmentSpecific: true,
    });
    expect(sentences).toContain("At least 1 on a ward and at least 1 in a clinic. Elsewhere does not count");
    expect(sentences).toContain("One is simulated first, and achieved, before real ones count");
    expect(sentences).toContain("If one has to be stopped, the count starts again");
    expect(sentences).toContain("It is signed off only for the equipment that was practised on");
  });

  test("an IR(ME)R task says that supervision stays direct", () => {
    const sentences = practiceRuleSentences({ ...once, directOnly: true });
    expect(sentences[1]).toMatch(/until the employer’s entitlement \(IR\(ME\)R\)$/);
  });

  test("one setting alone reads as a limit", () => {
    expect(practiceRuleSentences({ ...once, settingKinds: ["theatre"] })).toContain("Only in theatre");
  });
});

test("signers and validity read as sentences", () => {
  expect(signersSentence({ signerProfessions: ["radiographer", "clinical-scientist"] })).toBe(
    "Radiographer or clinical scientist",
  );
  expect(validitySentence({ reassessMonths: 24, noticeDays: 90 })).toBe(
    "24 months. Renewal is due in the last 90 days",
  );
});
