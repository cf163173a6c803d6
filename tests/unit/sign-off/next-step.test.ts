import { describe, expect, test } from "vitest";
import type { HoldingStatus } from "@/lib/sign-off/holding/status/rules";
import { type NextStepFacts, nextStep, nextStepCodes } from "@/lib/sign-off/next-step/rules";
import { nextStepSentence } from "@/lib/sign-off/next-step/words";

const ready: NextStepFacts = {
  authority: "not-needed",
  authorityEnd: null,
  expiresOn: "2026-05-14",
  requestState: null,
  supervisorName: "Rowan Hale",
  supervisorCheckDue: false,
  missing: null,
  declined: null,
  underReview: null,
  theoryMissing: [],
  prerequisitesMissing: [],
  practiceNeeds: [{ code: "days", needed: 2, have: 2, met: true }],
  unconfirmed: null,
  needsOnceConfirmed: [],
  versionInForce: true,
};
const missing = { code: "days", needed: 2, have: 1, met: false } as const;
const unconfirmed = { count: 1, observerName: "Sam Ode" };

const cases: [HoldingStatus, Partial<NextStepFacts>, string | null, string | null][] = [
  ["not-started", { theoryMissing: ["Sharps", "Consent"], practiceNeeds: [missing] }, "do-theory", "you"],
  ["not-started", { versionInForce: false }, "adopt-version", "lead"],
  ["working-towards", { practiceNeeds: [missing] }, "record-practice", "you"],
  ["working-towards", { practiceNeeds: [missing], unconfirmed }, "confirm-practice", "observer"],
  [
    "working-towards",
    { practiceNeeds: [missing], unconfirmed, needsOnceConfirmed: [missing] },
    "record-practice",
    "you",
  ],
  ["working-towards", { prerequisitesMissing: ["Hand hygiene"] }, "hold-prerequisite", "you"],
  ["working-towards", { requestState: "returned", missing: "One on nights" }, "answer-return", "you"],
  ["ready-to-request", {}, "ask", "you"],
  ["ready-to-request", { declined: { byName: "Rowan Hale" } }, "answer-decline", "you"],
  ["renewal-due", { declined: { byName: null } }, "answer-decline", "you"],
  ["working-towards", { declined: { byName: null }, requestState: "draft" }, "submit-draft", "you"],
  ["ready-to-request", { unconfirmed }, "ask", "you"],
  ["ready-to-request", { requestState: "draft" }, "submit-draft", "you"],
  ["ready-to-request", { supervisorName: null }, "name-supervisor", "lead"],
  ["awaiting-decision", { requestState: "submitted" }, "decide", "supervisor"],
  [
    "awaiting-decision",
    { requestState: "submitted", supervisorCheckDue: true },
    "check-registration",
    "lead",
  ],
  ["awaiting-decision", { requestState: "submitted", supervisorName: null }, "name-supervisor", "lead"],
  ["competent", {}, null, null],
  ["competent", { authority: "entitled" }, null, null],
  ["competent", { authority: "not-entitled" }, "grant-authority", "authoriser"],
  [
    "competent",
    { authority: "not-entitled", authorityEnd: { on: "2026-03-02", reason: null } },
    "authority-ended",
    "authoriser",
  ],
  ["competent", { authority: "entitled", authorityEnd: { on: "2026-03-02", reason: null } }, null, null],
  ["competent", { authority: "not-accepted" }, "accept-authority", "you"],
  ["renewal-due", {}, "renew", "you"],
  ["renewal-due", { practiceNeeds: [missing] }, "renew", "you"],
  ["renewal-due", { requestState: "submitted" }, "decide", "supervisor"],
  ["renewal-due", { requestState: "returned", missing: "One on nights" }, "answer-return", "you"],
  ["renewal-due", { authority: "not-entitled" }, "grant-authority", "authoriser"],
  ["expired", {}, "sign-off-again", "you"],
  ["expired", { requestState: "submitted" }, "decide", "supervisor"],
  ["suspended", { requestState: "submitted" }, "review-suspension", "supervisor"],
  ["restricted", {}, "review-restriction", "supervisor"],
  ["voided", {}, "ask", "you"],
  ["voided", { underReview: "restricted" }, "reassess-first", "supervisor"],
  ["expired", { underReview: "restricted", supervisorName: null }, "reassess-first", "supervisor"],
];

describe("what blocks me: one step, and who holds it", () => {
  for (const [status, change, code, holder] of cases) {
    test(`${status} ${JSON.stringify(change)}: ${code}`, () => {
      const step = nextStep(status, { ...ready, ...change });
      expect(step ? [step.code, step.holder] : [null, null]).toEqual([code, holder]);
      if (!step) return;
      expect(nextStepSentence(step)).toMatch(/^[A-Z](?!.*(undefined|null|NaN)).{10,}$/);
      expect(nextStepSentence(step, "Amara Okafor")).toMatch(
        /^[A-Z](?!.*\b(undefined|null|you|your)\b).{10,}$/i,
      );
    });
  }

  test("every step occurs", () => {
    expect(new Set(cases.map(([, , code]) => code).filter(Boolean))).toEqual(new Set(nextStepCodes));
  });

  test("a renewal says until when, and what it takes", () => {
    const renewal = (practiceNeeds: NextStepFacts["practiceNeeds"]) => {
      const step = nextStep("renewal-due", { ...ready, practiceNeeds });
      return step && nextStepSentence(step);
    };
    expect(renewal([missing])).toBe(
      "Renew before 14 May 2026 ends: record supervised practice, 1 more on a different day",
    );
    expect(renewal([])).toBe("Renew before 14 May 2026 ends: ask Rowan Hale for sign-off again");
  });

  test("what is recorded and waits for an answer is said beside what is still to be done", () => {
    const needs = [{ code: "performances", needed: 5, have: 2, met: false }] as const;
    const once = [{ code: "performances", needed: 5, have: 3, met: false }] as const;
    const facts = { ...ready, practiceNeeds: needs, unconfirmed, needsOnceConfirmed: once };
    const step = nextStep("working-towards", facts);
    expect(step && nextStepSentence(step)).toBe(
      "Record supervised practice: 2 more; 1 record awaits Sam Ode",
    );
  });

  test("the missing practice is named", () => {
    const step = nextStep("working-towards", { ...ready, practiceNeeds: [missing] });
    expect(step && nextStepSentence(step)).toBe("Record supervised practice: 1 more on a different day");
  });
});
