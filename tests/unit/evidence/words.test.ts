import { describe, expect, test } from "vitest";
import type { PracticeNeed } from "@/lib/evidence/rules";
import {
  evidenceRefusals,
  practiceNeedsSentence,
  practiceStateSentences,
  practiceStateWords,
} from "@/lib/evidence/words";
import { practiceStates, practiceWorkflow } from "@/lib/evidence/workflow";

// On a ward "observation" means vital signs, and a "practitioner" is somebody else under IR(ME)R.
const forbidden = /observation|(?<!assistant )practitioner/i;

describe.each(Object.entries(evidenceRefusals))("%s", (_, sentence) => {
  test("is a plain sentence even without details", () => {
    expect(sentence({})).toMatch(/^[A-Z].{10,}/);
    expect(sentence({})).not.toMatch(forbidden);
  });
});

test("every state has a word and a sentence", () => {
  for (const state of practiceStates) {
    expect(practiceStateWords[state]).not.toMatch(forbidden);
    expect(practiceStateSentences[state]).toMatch(/^[A-Z]/);
  }
});

test("a step that came too late says what has happened", () => {
  for (const step of Object.keys(practiceWorkflow)) {
    for (const state of practiceStates) {
      expect(evidenceRefusals["practice-step-not-possible"]?.({ step, state })).toContain("it is now");
    }
  }
  expect(evidenceRefusals["practice-step-not-possible"]?.({ step: "confirm", state: "withdrawn" })).toBe(
    "This practice can't be confirmed any more: it is now withdrawn. Look at it again",
  );
});

describe("several kinds of practice missing at once", () => {
  const need = (code: PracticeNeed["code"], needed: number, have = 0): PracticeNeed => ({
    code,
    needed,
    have,
    met: have >= needed,
  });

  test("one alone is said as it is", () => {
    expect(practiceNeedsSentence([need("days", 2, 1)])).toBe("1 more on a different day");
    expect(practiceNeedsSentence([])).toBe("");
  });

  test("several are parts of one number, never a sum", () => {
    const needs = [
      need("performances", 5, 3),
      need("direct", 3, 2),
      need("observers", 2, 1),
      need("days", 3, 1),
    ];
    expect(practiceNeedsSentence(needs)).toBe(
      "2 more, including 1 under direct supervision, 1 with another person watching and 2 on different days",
    );
  });

  test("what bars the rest is said first", () => {
    expect(practiceNeedsSentence([need("simulation", 1), need("performances", 2), need("direct", 2)])).toBe(
      "1 simulated, achieved and confirmed, before real ones count. 2 more, including 2 under direct supervision",
    );
  });
});
