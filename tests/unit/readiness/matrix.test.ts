import { describe, expect, test } from "vitest";
import { dueOn } from "@/lib/readiness/requirements/rules";
import { type MatrixCell, type MatrixWord, matrixWord } from "@/lib/readiness/rules";
import { cellNote, coverSentence, singleHolderWords } from "@/lib/readiness/words";
import { type AuthorityStatus, authorityStatuses } from "@/lib/sign-off/authority/rules";
import { holdingStatuses, type PlainStatus } from "@/lib/sign-off/holding/status/rules";

const plainStatuses = holdingStatuses.filter((status) => status !== "voided");
const words: Record<PlainStatus, MatrixWord> = {
  "not-started": "not current",
  "working-towards": "training",
  "ready-to-request": "training",
  "awaiting-decision": "training",
  competent: "current",
  "renewal-due": "due",
  expired: "not current",
  suspended: "not current",
  restricted: "not current",
};

describe("the four words", () => {
  for (const status of plainStatuses)
    for (const authority of authorityStatuses) {
      const without = authority === "not-accepted" || authority === "not-entitled";
      const held = status === "competent" || status === "renewal-due";
      const word = held && without ? "not current" : words[status];
      test(`${status}, ${authority}: ${word}`, () => expect(matrixWord(status, authority)).toBe(word));
    }
});

function note(status: PlainStatus, authority: AuthorityStatus = "not-needed"): string {
  const cell: MatrixCell = {
    competencyId: "c",
    required: "mandatory",
    word: matrixWord(status, authority),
    status,
    authority,
    expiresOn: "2027-05-14",
    overdueSince: null,
  };
  return cellNote(cell);
}

test("a cell says no more than a reader of the matrix may know", () => {
  expect(note("competent")).toBe("");
  expect(note("renewal-due")).toBe("until 14 May 2027");
  expect(note("competent", "not-accepted")).toBe("Signed off, not yet entitled");
  expect(note("renewal-due", "not-accepted")).toBe("Signed off, not yet entitled");
  for (const status of plainStatuses)
    if (status !== "competent" && status !== "renewal-due") expect(note(status, "not-entitled")).toBe("");
});

test("cover in a sentence", () => {
  const line = {
    competencyId: "c",
    minimum: 2,
    holders: ["a"],
    short: true,
    singleHolder: true,
    onOtherShifts: 0,
  };
  expect(coverSentence({ ...line, shiftPattern: "nights" })).toBe("1 of 2 needed on nights: 1 short");
  expect(coverSentence({ ...line, shiftPattern: "any", minimum: 1, short: false })).toBe(
    "1 of 1 needed: enough",
  );
});

test("one holder on a shift is told from one holder at all", () => {
  const line = { competencyId: "c", minimum: 1, holders: ["a"], short: false, singleHolder: true };
  expect(singleHolderWords({ ...line, shiftPattern: "days", onOtherShifts: 2 })).toBe(
    "Only one on days (2 more work other shifts)",
  );
  expect(singleHolderWords({ ...line, shiftPattern: "nights", onOtherShifts: 1 })).toBe(
    "Only one on nights (1 more works another shift)",
  );
  expect(singleHolderWords({ ...line, shiftPattern: "days", onOtherShifts: 0 })).toBe(
    "Only one person holds this",
  );
});

test("what is asked is due so many days after both the post and the requirement began", () => {
  const requirement = { validFrom: "2026-01-01", dueDays: 180 };
  expect(dueOn(requirement, { validFrom: "2025-06-01" })).toBe("2026-06-30");
  expect(dueOn(requirement, { validFrom: "2026-02-01" })).toBe("2026-07-31");
  expect(dueOn({ ...requirement, dueDays: 0 }, { validFrom: "2026-02-01" })).toBe("2026-02-01");
});
