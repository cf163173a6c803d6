import { describe, expect, test } from "vitest";
import {
  canTakePractice,
  isLateAnswer,
  type PracticeState,
  type PracticeStateFacts,
  type PracticeStep,
  practiceState,
  practiceStates,
  practiceWorkflow,
  takePractice,
} from "@/lib/evidence/workflow";
import { Refusal } from "@/lib/platform/refusals";

const allowed: Record<PracticeStep, Partial<Record<PracticeState, PracticeState>>> = {
  edit: { draft: "draft" },
  submit: { draft: "awaiting-confirmation", lapsed: "awaiting-confirmation" },
  correct: { "awaiting-confirmation": "awaiting-confirmation" },
  confirm: { "awaiting-confirmation": "confirmed", lapsed: "confirmed" },
  refuse: { "awaiting-confirmation": "not-confirmed", lapsed: "not-confirmed" },
  lapse: { "awaiting-confirmation": "lapsed" },
  withdraw: { draft: "withdrawn", "awaiting-confirmation": "withdrawn", confirmed: "withdrawn" },
};
const steps = Object.keys(practiceWorkflow) as PracticeStep[];
const cases = steps.flatMap((step) =>
  practiceStates.map((state) => ({ step, state, to: allowed[step][state] })),
);

test.each(cases)("$step from $state leads to $to", ({ step, state, to }) => {
  expect(canTakePractice(step, state)).toBe(to !== undefined);
  if (to) expect(takePractice(step, state)).toBe(to);
  else {
    const refusal = refusalOf(() => takePractice(step, state));
    expect(refusal).toMatchObject({
      kind: "conflict",
      code: "practice-step-not-possible",
      params: { step, state },
    });
  }
});

describe("the state on a day", () => {
  const waiting: PracticeStateFacts = {
    submitted: true,
    response: null,
    withdrawn: false,
    awaitingSince: "2026-02-01",
  };

  test.each<[string, Partial<PracticeStateFacts>, string, PracticeState]>([
    ["not submitted", { submitted: false, awaitingSince: null }, "2026-12-01", "draft"],
    ["on the day it was submitted", {}, "2026-02-01", "awaiting-confirmation"],
    ["on the limit's last day", {}, "2026-03-01", "awaiting-confirmation"],
    ["the day after the limit", {}, "2026-03-02", "lapsed"],
    ["answered, however late", { response: { kind: "confirmed" } }, "2026-12-01", "confirmed"],
    ["refused", { response: { kind: "not-confirmed" } }, "2026-02-02", "not-confirmed"],
    [
      "withdrawn after the answer",
      { response: { kind: "confirmed" }, withdrawn: true },
      "2026-02-02",
      "withdrawn",
    ],
    ["withdrawn as a draft", { submitted: false, withdrawn: true }, "2026-02-02", "withdrawn"],
  ])("%s", (_, changes, on, state) => {
    expect(practiceState({ ...waiting, ...changes }, on)).toBe(state);
  });

  test("a trust's own limit holds instead", () => {
    expect(practiceState(waiting, "2026-02-08", 7)).toBe("awaiting-confirmation");
    expect(practiceState(waiting, "2026-02-09", 7)).toBe("lapsed");
    expect(isLateAnswer("2026-02-01", "2026-02-09", 7)).toBe(true);
  });
});

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error("it was not refused");
}
