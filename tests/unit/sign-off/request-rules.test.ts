import { describe, expect, test } from "vitest";
import { holdingStatuses } from "@/lib/sign-off/holding/rules";
import { canAsk, proposedSupervisor } from "@/lib/sign-off/request/rules";

describe("asking for sign-off", () => {
  const closed = ["competent", "suspended", "restricted"];
  for (const status of holdingStatuses) {
    test(`${status} without an open request`, () => {
      expect(canAsk(status, false)).toBe(!closed.includes(status));
    });
    test(`${status} with an open request`, () => expect(canAsk(status, true)).toBe(false));
  }
});

describe("whom the form proposes", () => {
  const owen = { id: "owen", checkDue: false };
  const ada = { id: "ada", checkDue: false };

  test("whoever was asked last", () => expect(proposedSupervisor([owen, ada], "ada")).toBe("ada"));
  test("the first, where nobody was asked yet", () =>
    expect(proposedSupervisor([owen, ada], null)).toBe("owen"));
  test("somebody who may sign today, where the last one may not", () =>
    expect(proposedSupervisor([{ ...owen, checkDue: true }, ada], "owen")).toBe("ada"));
  test("the first, where nobody may sign today", () =>
    expect(proposedSupervisor([{ ...owen, checkDue: true }], null)).toBe("owen"));
  test("nobody, where there is no supervisor", () => expect(proposedSupervisor([], "owen")).toBeNull());
});
