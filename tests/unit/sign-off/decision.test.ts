import { describe, expect, test } from "vitest";
import { registrationStandings } from "@/lib/people/rules";
import { assertDecidable, checkDecision, type DecisionFacts } from "@/lib/sign-off/decision/rules";
import { checkSentence, remedySentence } from "@/lib/sign-off/decision/words";
import { checkCodes } from "@/lib/sign-off/rules";
import { signingRegistration } from "@/lib/sign-off/signer/rules";
import { signOffRefusals } from "@/lib/sign-off/words";
import { outcomes } from "@/lib/sign-off/workflow";
import { aDecision, aPractice, aRule } from "./a-decision";

const registration = { id: "r1", body: "HCPC", profession: "radiographer", number: "RA000000" } as const;
const exception = {
  id: "x",
  approvedById: "lead",
  reason: "One radiographer on site",
  validUntil: "2026-06-01",
};
const alone = [aPractice(), aPractice({ id: "p2", performedOn: "2026-03-02" })];
const discussed = aRule({ finalAssessment: "professional-discussion" });
const second = aPractice({ id: "p2", performedOn: "2026-03-02", observerId: "colleague" });

/** One thing wrong at a time: the checks that fail when approving. */
const faults: [string, Partial<DecisionFacts>, string[]][] = [
  ["nothing wrong", {}, []],
  ["own competency", { ownerId: "signer" }, ["signer-not-owner"]],
  ["no registration", { registrations: [] }, ["signer-registered"]],
  [
    "another profession",
    { registrations: [{ ...registration, profession: "podiatrist", standing: "current" }] },
    ["signer-registered"],
  ],
  ["approved, does not hold it", { assessor: { holdsAsAssessor: false, approved: true } }, []],
  ["no assessor", { assessor: { holdsAsAssessor: false, approved: false } }, ["signer-may-assess"]],
  ["theory missing", { theory: [{ id: "t1", name: "Radiation protection", doneOn: null }] }, ["theory-done"]],
  [
    "theory done later",
    { theory: [{ id: "t1", name: "Radiation protection", doneOn: "2026-03-04" }] },
    ["theory-done"],
  ],
  ["theory done today", { theory: [{ id: "t1", name: "Radiation protection", doneOn: "2026-03-03" }] }, []],
  [
    "prerequisite",
    { prerequisites: [{ id: "c0", title: "Hand hygiene", current: false }] },
    ["prerequisites-current"],
  ],
  ["too little practice", { practices: [aPractice()] }, ["practice-met", "second-observer"]],
  ["only observer", { practices: alone }, ["practice-met", "second-observer"]],
  ["only observer, exception", { practices: alone, exception }, []],
  [
    "exception until today",
    { practices: alone, exception: { ...exception, validUntil: "2026-03-03" } },
    ["practice-met", "second-observer"],
  ],
  [
    "exception by the signer",
    { practices: alone, exception: { ...exception, approvedById: "signer" } },
    ["practice-met", "second-observer"],
  ],
  [
    "exception by the owner",
    { practices: alone, exception: { ...exception, approvedById: "owner" } },
    ["practice-met", "second-observer"],
  ],
  [
    "only observer, rule asks for one",
    { practices: alone, rule: aRule({ practice: { ...aRule().practice, minObservers: 1 } }) },
    ["second-observer"],
  ],
  [
    "only observer, medium risk",
    {
      practices: alone,
      rule: aRule({ riskLevel: "medium", practice: { ...aRule().practice, minObservers: 1 } }),
    },
    [],
  ],
  ["no assessment", { assessment: null }, ["final-assessment"]],
  [
    "no practice named",
    { assessment: { kind: "direct-observation", practiceId: null } },
    ["final-assessment"],
  ],
  [
    "practice of another request",
    { assessment: { kind: "direct-observation", practiceId: "p9" } },
    ["final-assessment"],
  ],
  [
    "practice that a colleague watched",
    { assessment: { kind: "direct-observation", practiceId: "p2" } },
    ["final-assessment"],
  ],
  [
    "a discussion instead",
    { assessment: { kind: "professional-discussion", note: "Talked" } },
    ["final-assessment"],
  ],
  [
    "a discussion, as asked",
    { rule: discussed, assessment: { kind: "professional-discussion", note: "Talked" } },
    [],
  ],
  [
    "a discussion without a note",
    { rule: discussed, assessment: { kind: "professional-discussion", note: " " } },
    ["final-assessment"],
  ],
  [
    "the request moved on",
    { current: { requestVersion: 4, evidenceHash: "a".repeat(64) } },
    ["request-as-seen"],
  ],
  [
    "the evidence changed",
    { current: { requestVersion: 3, evidenceHash: "b".repeat(64) } },
    ["evidence-as-seen"],
  ],
  ["under review", { underReview: true }, ["not-under-review"]],
  ["version retired", { versionInForce: false }, ["version-in-force"]],
];

const failing = (facts: DecisionFacts, outcome: (typeof outcomes)[number] = "approve") =>
  checkDecision(facts, outcome)
    .filter(({ met }) => !met)
    .map(({ code }) => code);

describe("approving: one thing wrong at a time", () => {
  for (const [name, change, codes] of faults) {
    test(`${name}: ${codes.join(", ") || "may be signed"}`, () =>
      expect(failing(aDecision(change))).toEqual(codes));
  }

  test("all five rules are always shown, in order", () => {
    const checks = checkDecision(aDecision(), "approve");
    expect(checks.map(({ code }) => code)).toEqual(checkCodes);
    expect([...new Set(checks.map(({ rule }) => rule))]).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("returning and declining ask for an eligible signer who saw what is there, and for nothing else", () => {
  const asked = [
    "signer-not-owner",
    "signer-registered",
    "signer-may-assess",
    "request-as-seen",
    "evidence-as-seen",
  ];
  for (const outcome of ["return", "decline"] as const)
    for (const [name, change, codes] of faults) {
      test(`${outcome}, ${name}`, () => {
        expect(failing(aDecision(change), outcome)).toEqual(codes.filter((code) => asked.includes(code)));
      });
    }
});

describe("the signer's registration", () => {
  for (const standing of registrationStandings) {
    const may = standing === "current" || standing === "conditional-cleared";
    for (const outcome of outcomes)
      test(`${standing}, ${outcome}: ${may ? "signs" : "may not"}`, () => {
        const facts = aDecision({ registrations: [{ ...registration, standing }] });
        expect(failing(facts, outcome)).toEqual(may ? [] : ["signer-registered"]);
      });
  }

  test("one sound registration of an accepted profession is enough", () => {
    const registrations = [
      { ...registration, id: "r0", standing: "lapsed" },
      { ...registration, id: "r2", profession: "clinical-scientist", standing: "current" },
      { ...registration, id: "r3", profession: "podiatrist", standing: "current" },
    ] as const;
    expect(signingRegistration(aDecision({ registrations }))?.id).toBe("r2");
    expect(failing(aDecision({ registrations }))).toEqual([]);
  });
});

describe("the practice named as the final assessment", () => {
  const cases: [string, Parameters<typeof aPractice>[0]][] = [
    ["not-confirmed", { state: "awaiting-confirmation" }],
    ["not-confirmed", { state: "withdrawn" }],
    ["simulated", { simulated: true }],
    ["not-achieved", { outcome: "prompted" }],
    ["not-watched-by-signer", { observerId: "colleague" }],
    ["not-counted", { settingKind: "home" }],
  ];
  const practice = { ...aRule().practice, settingKinds: ["nuclear-medicine" as const] };
  for (const [fault, change] of cases) {
    test(`${fault}: ${JSON.stringify(change)}`, () => {
      const facts = aDecision({ rule: aRule({ practice }), practices: [aPractice(change), second] });
      const check = checkDecision(facts, "approve").find(({ code }) => code === "final-assessment");
      expect(check).toMatchObject({ met: false, params: { fault }, remedy: "name-watched-practice" });
    });
  }
});

describe("in words", () => {
  test("every check reads as a sentence, met or not, and what is not met says what would meet it", () => {
    for (const [, change] of [
      ...faults,
      ...registrationStandings.map(
        (standing) => ["", { registrations: [{ ...registration, standing }] }] as const,
      ),
    ]) {
      for (const check of checkDecision(aDecision(change), "approve")) {
        expect(checkSentence(check)).toMatch(/^[A-Z].{15,}[^.]$/);
        expect(`${checkSentence(check)} ${remedySentence(check)}`).not.toMatch(/undefined|NaN|\[object/);
        expect(remedySentence(check) === null).toBe(check.met);
      }
    }
  });

  test("the first rule that fails is refused, in the same words", () => {
    const facts = aDecision({
      registrations: [{ ...registration, standing: "check-due" }],
      versionInForce: false,
    });
    expect(() => assertDecidable(facts, "approve")).toThrow(
      expect.objectContaining({ kind: "rule", code: "signer-registered" }),
    );
    const [, check] = checkDecision(facts, "approve");
    expect(signOffRefusals["signer-registered"]?.(check?.params ?? {})).toBe(
      "Your HCPC registration RA000000 has to be checked again: the day up to which the last check counts has passed",
    );
    expect(check && remedySentence(check)).toMatch(/education lead to check the register/);
    expect(assertDecidable(aDecision(), "approve")).toHaveLength(checkCodes.length);
  });

  test("practice names the kind that is missing", () => {
    const check = checkDecision(aDecision({ practices: alone }), "approve").find(
      ({ code }) => code === "practice-met",
    );
    expect(check && checkSentence(check)).toBe(
      "Supervised practice is still missing: 1 more with a second person watching",
    );
  });
});
