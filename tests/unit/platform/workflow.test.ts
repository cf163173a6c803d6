import { expect, test } from "vitest";
import { canTake, takeStep, type Workflow } from "@/lib/platform/workflow";

type Light = "red" | "green";
const lights = {
  go: { from: ["red"], to: "green" },
  stop: { from: ["green"], to: "red" },
} as const satisfies Workflow<Light>;

test("a step is taken from its own states alone", () => {
  const red: Light = "red" as Light;
  expect(canTake(lights, "go", red)).toBe(true);
  expect(takeStep(lights, "go", red)).toBe("green");
  expect(canTake(lights, "stop", red)).toBe(false);
  expect(() => takeStep(lights, "stop", red)).toThrow(
    expect.objectContaining({
      kind: "conflict",
      code: "step-not-possible",
      params: { step: "stop", state: "red" },
    }),
  );
});

test("a step that the table does not know is never possible", () => {
  expect(canTake<Workflow<Light>, Light>(lights, "fly", "red")).toBe(false);
});
