import { describe, expect, test } from "vitest";
import { evidenceRefusals, practiceStateSentences, practiceStateWords } from "@/lib/evidence/words";
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
      expect(evidenceRefusals["step-not-possible"]?.({ step, state })).toContain("it is now");
    }
  }
  expect(evidenceRefusals["step-not-possible"]?.({ step: "confirm", state: "withdrawn" })).toBe(
    "This practice can't be confirmed any more: it is now withdrawn. Look at it again",
  );
});
