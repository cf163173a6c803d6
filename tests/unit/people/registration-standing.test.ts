import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ConditionClearance,
  mayRegistrationSign,
  type RegistrationCheck,
  registrationOutcomes,
  registrationStanding,
  registrationStandings,
} from "@/lib/people/rules";
import { onRecordSentence, standingSentence, standingWords } from "@/lib/people/words";

const check = (changes: Partial<RegistrationCheck> = {}): RegistrationCheck => ({
  id: "check-1",
  outcome: "registered",
  checkedOn: "2026-01-10",
  recordedAt: "2026-01-10T09:00:00.000Z",
  effectiveOn: "2026-01-10",
  nextCheckDueOn: "2026-11-30",
  ...changes,
});
const clearance = (changes: Partial<ConditionClearance> = {}): ConditionClearance => ({
  registrationCheckId: "check-1",
  recordedAt: "2026-02-01T09:00:00.000Z",
  validFrom: "2026-02-01",
  validUntil: null,
  ...changes,
});
const standing = (
  checks: RegistrationCheck[],
  on: string,
  clearances: ConditionClearance[] = [],
  knownAt?: string,
) => registrationStanding(checks, clearances, on, knownAt).standing;

describe("check due is not lapsed", () => {
  test.each([
    ["2026-01-09", "unchecked"],
    ["2026-01-10", "current"],
    ["2026-11-30", "current"],
    ["2026-12-01", "check-due"],
  ])("on %s a registration that was found in order is %s", (on, expected) => {
    expect(standing([check()], on)).toBe(expected);
  });

  test("nobody has ever looked", () => {
    expect(registrationStanding([], [], "2026-05-14")).toEqual({ standing: "unchecked", check: null });
  });

  test.each(["lapsed", "not-found"] as const)(
    "somebody looked and found it %s: from its effective date",
    (outcome) => {
      const gone = check({
        id: "check-2",
        outcome,
        checkedOn: "2026-05-14",
        recordedAt: "2026-05-14T09:00:00.000Z",
        effectiveOn: "2026-03-01",
      });
      expect(standing([check(), gone], "2026-02-28")).toBe("current");
      expect(standing([check(), gone], "2026-03-01")).toBe("lapsed");
      expect(standing([check(), gone], "2027-03-01")).toBe("lapsed");
      expect(registrationStanding([gone, check()], [], "2026-03-01").check).toBe(gone);
    },
  );

  test("a signature made before the lapse was found is judged by what was known then", () => {
    const gone = check({
      id: "2",
      outcome: "lapsed",
      checkedOn: "2026-05-14",
      recordedAt: "2026-05-14T09:00:00.000Z",
      effectiveOn: "2026-03-01",
    });
    expect(standing([check(), gone], "2026-04-01", [], "2026-04-01T12:00:00.000Z")).toBe("current");
    expect(standing([check(), gone], "2026-04-01", [], "2026-05-14T09:00:00.000Z")).toBe("lapsed");
    expect(standing([check(), gone], "2026-04-01")).toBe("lapsed");
  });

  test("a registration that was restored is current from the day it was found again", () => {
    const gone = check({ id: "2", outcome: "lapsed", checkedOn: "2026-03-01", effectiveOn: "2026-03-01" });
    const back = check({ id: "3", checkedOn: "2026-04-01", effectiveOn: "2026-04-01" });
    expect(standing([check(), gone, back], "2026-03-31")).toBe("lapsed");
    expect(standing([check(), gone, back], "2026-04-01")).toBe("current");
  });

  test("the later look decides, also where the older one was written down afterwards", () => {
    const older = check({ outcome: "lapsed", recordedAt: "2026-03-01T09:00:00.000Z" });
    const newer = check({ id: "2", checkedOn: "2026-02-01", recordedAt: "2026-02-01T09:00:00.000Z" });
    expect(standing([older, newer], "2026-05-14")).toBe("current");
  });

  test("of two looks on one day the one recorded later decides", () => {
    const second = check({ id: "0", outcome: "lapsed", recordedAt: "2026-01-10T09:00:01.000Z" });
    expect(standing([second, check()], "2026-05-14")).toBe("lapsed");
  });
});

describe("conditions block until a lead has cleared them for this very check", () => {
  const conditional = check({ outcome: "conditions" });
  test.each<[string, ConditionClearance[], string, string]>([
    ["not cleared", [], "2026-05-14", "conditional"],
    ["before the clearance holds", [clearance()], "2026-01-31", "conditional"],
    ["cleared", [clearance()], "2026-02-01", "conditional-cleared"],
    ["on the clearance's end", [clearance({ validUntil: "2026-05-14" })], "2026-05-14", "conditional"],
    [
      "the day before its end",
      [clearance({ validUntil: "2026-05-14" })],
      "2026-05-13",
      "conditional-cleared",
    ],
    ["cleared for another check", [clearance({ registrationCheckId: "other" })], "2026-05-14", "conditional"],
    ["cleared, but the check is due", [clearance()], "2026-12-01", "check-due"],
  ])("%s", (_, clearances, on, expected) => {
    expect(standing([conditional], on, clearances)).toBe(expected);
  });

  test("a new check with conditions asks for a new clearance", () => {
    const next = check({
      id: "check-2",
      outcome: "conditions",
      checkedOn: "2026-03-01",
      effectiveOn: "2026-03-01",
    });
    expect(standing([conditional, next], "2026-05-14", [clearance()])).toBe("conditional");
  });

  test("a clearance recorded afterwards was not known then", () => {
    expect(standing([conditional], "2026-02-01", [clearance()], "2026-01-31T09:00:00.000Z")).toBe(
      "conditional",
    );
  });

  test("a clearance does nothing for a lapse", () => {
    expect(standing([check({ outcome: "lapsed" })], "2026-05-14", [clearance()])).toBe("lapsed");
  });
});

test("only a current or a cleared registration can sign", () => {
  const signing = registrationStandings.filter(mayRegistrationSign);
  expect(signing).toEqual(["current", "conditional-cleared"]);
});

test("every standing is put into words, with and without a day", () => {
  for (const each of registrationStandings) {
    expect(standingWords[each]).toMatch(/^[A-Z]/);
    expect(standingSentence(each, null)).not.toMatch(/null|undefined/);
    expect(standingSentence(each, null).includes("blocked")).toBe(!mayRegistrationSign(each));
  }
  expect(standingSentence("check-due", "2026-05-14")).toContain("until 14 May 2026");
});

const days = fc.constantFrom("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05");
const facts = fc
  .array(
    fc.record({
      outcome: fc.constantFrom(...registrationOutcomes),
      checkedOn: days,
      recordedAt: days.map((on) => `${on}T12:00:00.000Z`),
      effectiveOn: days,
      nextCheckDueOn: days,
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((each, place): RegistrationCheck => ({ id: `c${place}`, ...each })));

test("agrees with a reading that strikes out every check overruled by another", () => {
  fc.assert(
    fc.property(facts, days, days, (checks, on, knownOn) => {
      const knownAt = `${knownOn}T23:00:00.000Z`;
      const speaking = checks.filter((each) => each.effectiveOn <= on && each.recordedAt <= knownAt);
      const key = (each: RegistrationCheck) => `${each.checkedOn} ${each.recordedAt} ${each.id}`;
      const left = speaking.find((each) => !speaking.some((other) => key(other) > key(each)));
      const answer = registrationStanding(checks, [], on, knownAt);
      expect(answer.check).toBe(left ?? null);
      expect(registrationStanding(checks.toReversed(), [], on, knownAt)).toEqual(answer);
      const gone = left?.outcome === "lapsed" || left?.outcome === "not-found";
      expect(answer.standing === "lapsed").toBe(gone);
      expect(mayRegistrationSign(answer.standing)).toBe(
        left?.outcome === "registered" && on <= left.nextCheckDueOn,
      );
    }),
    { numRuns: 1000 },
  );
});

test("what another check would take the place of is said with the day on which it was found", () => {
  expect(onRecordSentence(check({ outcome: "conditions" }))).toBe(
    "On record since the check of 10 January 2026: registered, with conditions. What you record now takes the place of that, so look at the register again.",
  );
  expect(onRecordSentence(check({ outcome: "lapsed" }))).toContain("10 January 2026: lapsed.");
});
