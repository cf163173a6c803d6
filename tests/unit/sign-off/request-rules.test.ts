import { describe, expect, test } from "vitest";
import { holdingStatuses } from "@/lib/sign-off/holding/status/rules";
import { askFault, canAsk, canSend, supervisorToAsk } from "@/lib/sign-off/request/rules";

const [owen, ada] = [
  { id: "owen", checkDue: false, lastAskedAt: null },
  { id: "ada", checkDue: false, lastAskedAt: null },
];

describe("asking for sign-off", () => {
  for (const status of holdingStatuses) {
    const standing = { status, underReview: null };
    const open = status !== "competent";
    test(`${status}: ${open ? "can be asked for" : "is held"}`, () => {
      expect(canAsk({ standing, request: null, supervisors: [owen] })).toBe(open);
      expect(canSend({ standing, supervisors: [owen] })).toBe(open);
    });
    test(`${status}: not twice, and not of nobody`, () => {
      expect(canAsk({ standing, request: {}, supervisors: [owen] })).toBe(false);
      expect(canAsk({ standing, request: null, supervisors: [] })).toBe(false);
      expect(canSend({ standing, supervisors: [] })).toBe(false);
    });
    for (const underReview of ["suspended", "restricted"] as const) {
      test(`${status}, ${underReview}: never, whatever became of the sign-off`, () => {
        const standing = { status, underReview };
        expect(askFault(standing)).toBe(open ? "under-review" : "already-held");
        expect(canSend({ standing, supervisors: [owen] })).toBe(false);
      });
    }
  }
});

describe("whom to ask", () => {
  const asked = (lastAskedAt: string) => ({ ...ada, lastAskedAt });

  test("whoever was asked last", () =>
    expect(
      supervisorToAsk([
        { ...owen, lastAskedAt: "2026-03-01T10:00:00Z" },
        asked("2026-03-02T10:00:00Z"),
        { id: "mair", checkDue: false, lastAskedAt: null },
      ])?.id,
    ).toBe("ada"));
  test("instants are compared, not how they are written", () =>
    expect(
      supervisorToAsk([
        { ...owen, lastAskedAt: "2026-03-29T01:30:00+00:00" },
        asked("2026-03-29T02:00:00+01:00"),
      ])?.id,
    ).toBe("owen"));
  test("the first, where nobody was asked yet", () => expect(supervisorToAsk([owen, ada])?.id).toBe("owen"));
  test("somebody who may sign today, where the last one may not", () =>
    expect(supervisorToAsk([{ ...owen, checkDue: true, lastAskedAt: "2026-03-02T10:00:00Z" }, ada])?.id).toBe(
      "ada",
    ));
  test("the first, where nobody may sign today", () =>
    expect(supervisorToAsk([{ ...owen, checkDue: true }])?.id).toBe("owen"));
  test("whoever the open request names, also where a check is due", () =>
    expect(supervisorToAsk([owen, { ...ada, checkDue: true }], "ada")?.id).toBe("ada"));
  test("somebody else, where the one named supervises no more", () =>
    expect(supervisorToAsk([owen, ada], "gone")?.id).toBe("owen"));
  test("nobody, where there is no supervisor", () => expect(supervisorToAsk([], "owen")).toBeNull());
});
