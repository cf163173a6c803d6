import { describe, expect, test } from "vitest";
import { canTake, takeStep } from "@/lib/platform/workflow";
import {
  isDecided,
  isOpen,
  type RequestState,
  type RequestStep,
  requestStates,
  requestSteps,
  requestWorkflow,
} from "@/lib/sign-off/workflow";

const leadsTo: Record<RequestStep, Partial<Record<RequestState, RequestState>>> = {
  draft: { draft: "draft" },
  submit: { draft: "submitted", returned: "submitted" },
  "take-over": { submitted: "submitted" },
  approve: { submitted: "approved" },
  return: { submitted: "returned" },
  decline: { submitted: "declined" },
  withdraw: { draft: "withdrawn", submitted: "withdrawn", returned: "withdrawn" },
};

describe("the request, every step from every state", () => {
  for (const step of requestSteps)
    for (const state of requestStates) {
      const next = leadsTo[step][state];
      test(`${step} from ${state}: ${next ?? "not possible"}`, () => {
        expect(canTake(requestWorkflow, step, state)).toBe(next !== undefined);
        if (next) expect(takeStep(requestWorkflow, step, state)).toBe(next);
        else
          expect(() => takeStep(requestWorkflow, step, state)).toThrow(
            expect.objectContaining({ kind: "conflict", code: "step-not-possible" }),
          );
      });
    }

  test("the steps listed are those of the table", () => {
    expect([...requestSteps].sort()).toEqual(Object.keys(requestWorkflow).sort());
  });
});

test("an open request is one that a step can still move; a decided one carries a decision", () => {
  for (const state of requestStates) {
    expect(isOpen(state)).toBe(requestSteps.some((step) => canTake(requestWorkflow, step, state)));
  }
  expect(requestStates.filter(isDecided)).toEqual(["approved", "returned", "declined"]);
});
