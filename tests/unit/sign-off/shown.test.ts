import { describe, expect, test } from "vitest";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { sha256Hex } from "@/lib/platform/crypto";
import { checkDecision } from "@/lib/sign-off/decision/rules";
import {
  assessmentShown,
  canonicalShown,
  evidenceDigestInput,
  type ShownDocument,
  shownSchema,
} from "@/lib/sign-off/shown/rules";
import { keyInWords, valueInWords } from "@/lib/sign-off/shown/words";
import { signatureStatement } from "@/lib/sign-off/words";
import { aDecision, aPractice } from "./a-decision";

const facts = aDecision();
const shown: ShownDocument = {
  request: { id: "q", version: 3, round: 1, submittedAt: "2026-03-02T09:00:00Z", note: null },
  owner: { staffId: "owner", name: "Ash Vale" },
  competency: { id: "c", versionId: "v", code: "NUC-GAM", title: facts.competencyTitle, version: 1 },
  rule: facts.rule,
  practices: facts.practices.map((practice) => ({
    ...practice,
    observerName: "Rowan Hale",
    settingName: "Camera room",
    equipmentName: null,
    note: null,
  })),
  theory: facts.theory,
  prerequisites: facts.prerequisites,
  checks: checkDecision(facts, "approve"),
  decision: {
    outcome: "approve",
    reason: null,
    finalAssessment: null,
    statement: signatureStatement("approve", "Ash Vale", facts.competencyTitle),
  },
};
const evidence = { competencyVersionId: "v", ...facts };

describe("what was shown", () => {
  test("is one text with its schema number, whatever order the rows came in", () => {
    const text = canonicalShown(shown);
    expect(JSON.parse(text)).toMatchObject({
      schema: shownSchema,
      owner: { name: "Ash Vale" },
      checks: shown.checks,
    });
    expect(canonicalShown({ ...shown, practices: [...shown.practices].reverse() })).toBe(text);
    expect(canonicalShown({ ...shown, request: { ...shown.request, version: 4 } })).not.toBe(text);
  });
});

describe("the final assessment in the text", () => {
  const [first] = shown.practices;
  const named = { kind: "direct-observation" as const, practiceId: first?.id ?? "" };

  test("names the practice, with its day and place", () => {
    const finalAssessment = assessmentShown(named, shown.practices);
    expect(finalAssessment).toEqual({
      ...named,
      performedOn: first?.performedOn,
      settingName: "Camera room",
      equipmentName: null,
    });
    const text = canonicalShown({ ...shown, decision: { ...shown.decision, finalAssessment } });
    expect(JSON.parse(text).decision.finalAssessment.practiceId).toBe(first?.id);
    const other = assessmentShown({ ...named, practiceId: shown.practices[1]?.id ?? "" }, shown.practices);
    expect(canonicalShown({ ...shown, decision: { ...shown.decision, finalAssessment: other } })).not.toBe(
      text,
    );
  });

  test("is what was discussed, or nothing", () => {
    const discussed = { kind: "professional-discussion" as const, note: "Sound" };
    expect(assessmentShown(discussed, shown.practices)).toEqual(discussed);
    expect(assessmentShown(null, shown.practices)).toBeNull();
  });
});

test("a text of the first form still verifies: it is hashed as it was kept, and reads back as itself", () => {
  const kept =
    '{"decision":{"outcome":"approve","statement":"I have assessed Ash Vale."},"owner":{"name":"Ash Vale"},"schema":1}';
  expect(sha256Hex(kept)).toBe("9371578e2f646f6ca0f92bd7ebae0d70c0430fc6d8a9a87c15d73451ced053b5");
  expect(canonicalJson(JSON.parse(kept))).toBe(kept);
  expect(shownSchema).toBe(2);
});

describe("the evidence's hash", () => {
  const hash = (more: Partial<typeof evidence> = {}) =>
    sha256Hex(evidenceDigestInput({ ...evidence, ...more }));

  test("stays for the same evidence in another order, or under another name", () => {
    expect(hash({ practices: [...facts.practices].reverse() })).toBe(hash());
    expect(hash({ practices: shown.practices })).toBe(hash());
    expect(hash({ signerId: "somebody-else" })).toBe(hash());
  });

  const second = facts.practices[1] ?? aPractice();
  const exception = { id: "x", approvedById: "lead", reason: "Nobody else", validUntil: "2026-05-01" };
  const changes: [string, Partial<typeof evidence>][] = [
    ["an exception", { exception }],
    ["practice added", { practices: [...facts.practices, aPractice({ id: "p3" })] }],
    ["practice withdrawn", { practices: [aPractice({ state: "withdrawn" }), second] }],
    ["practice recounted", { practices: [aPractice({ performances: 2 }), second] }],
    ["theory undone", { theory: [] }],
    ["prerequisite expired", { prerequisites: [{ id: "c0", title: "Hand hygiene", current: false }] }],
    ["another version", { competencyVersionId: "v2" }],
  ];
  for (const [name, change] of changes)
    test(`changes with: ${name}`, () => expect(hash(change)).not.toBe(hash()));
});

test("what was shown is read in words", () => {
  expect(keyInWords("performedOn")).toBe("Performed on");
  expect([null, true, false, 3, "2026-05-14", "ECG"].map(valueInWords)).toEqual([
    "None",
    "Yes",
    "No",
    "3",
    "14 May 2026",
    "ECG",
  ]);
});
