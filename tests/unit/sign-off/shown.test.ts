import { describe, expect, test } from "vitest";
import { sha256Hex } from "@/lib/platform/crypto";
import { checkDecision } from "@/lib/sign-off/decision/rules";
import {
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
