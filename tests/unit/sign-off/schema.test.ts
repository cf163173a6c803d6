import { describe, expect, test } from "vitest";
import { decisionForm } from "@/lib/sign-off/decision/schema";
import {
  endAuthorityInput,
  entitlementInput,
  requestInput,
  suspendInput,
  withdrawInput,
} from "@/lib/sign-off/schema";

const id = "019a0000-0000-7000-8000-000000000001";
const decision = {
  requestId: id,
  seenVersion: "3",
  seenEvidenceHash: "a".repeat(64),
  password: "pass phrase",
};

const approval = { ...decision, outcome: "approve", finalAssessment: "direct-observation" };

const messages = (result: ReturnType<typeof decisionForm.safeParse>) =>
  result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

describe("the end of an authority as a form posts it", () => {
  const posted = { authorityId: id, lastDay: "2026-05-13", reason: "Moved to another post" };
  const wrong = (change: object) =>
    endAuthorityInput.safeParse({ ...posted, ...change }).error?.issues.map(({ path }) => path.join("."));

  test("names the last day and the reason", () => {
    expect(endAuthorityInput.parse(posted)).toEqual(posted);
  });

  test("is refused without either, without a real day, and with what may be a patient's", () => {
    expect(wrong({ lastDay: undefined, reason: " " })).toEqual(["lastDay", "reason"]);
    expect(wrong({ lastDay: "2026-02-31" })).toEqual(["lastDay"]);
    expect(wrong({ reason: "See 943 476 5919" })).toEqual(["reason"]);
  });
});

describe("a decision as a form posts it", () => {
  test("approve, by practice that was watched", () => {
    const posted = { ...approval, assessmentPracticeId: id };
    expect(decisionForm.parse(posted)).toEqual({ ...posted, seenVersion: 3, assessmentNote: null });
  });

  test("approve, by a discussion", () => {
    const posted = { ...approval, finalAssessment: "professional-discussion", assessmentNote: "Sound" };
    expect(decisionForm.parse(posted)).toEqual({ ...posted, seenVersion: 3, assessmentPracticeId: null });
  });

  test("everything that is wrong is said at once, in the order of the form", () => {
    const wrong = (change: object) =>
      messages(decisionForm.safeParse({ ...decision, password: "", ...change }));
    const noPassword = "password: Enter your password";
    expect(wrong({ ...approval, password: "" })).toEqual([
      "assessmentPracticeId: Select the practice that you watched as the final assessment",
      noPassword,
    ]);
    expect(
      wrong({ ...approval, password: "", finalAssessment: "professional-discussion", assessmentNote: "" }),
    ).toEqual(["assessmentNote: Enter what you discussed, and what it showed", noPassword]);
    expect(wrong({ outcome: "return", missing: "" })).toHaveLength(2);
    expect(wrong({ outcome: "decline", reason: "" })).toHaveLength(2);
  });

  const cases: [string, object, string][] = [
    ["no outcome", {}, "outcome: Select whether you approve, return or decline"],
    [
      "nothing missing named",
      { outcome: "return", missing: " " },
      "missing: Enter what is missing, so that they know what to do next",
    ],
    ["no reason", { outcome: "decline" }, "reason: Enter the reason for declining"],
    ["too long", { outcome: "decline", reason: "a".repeat(1001) }, "reason: Use 1000 characters or fewer"],
    ["no password", { outcome: "decline", reason: "Unsafe", password: "" }, "password: Enter your password"],
    [
      "an NHS number",
      { outcome: "return", missing: "See 943 476 5919" },
      "missing: This looks like an NHS number. Take it out: nothing here may identify a patient",
    ],
    [
      "a hash that is none",
      { outcome: "decline", reason: "Unsafe", seenEvidenceHash: "x" },
      "seenEvidenceHash: Open the request again, so that you decide on what is there now",
    ],
  ];
  for (const [name, change, message] of cases) {
    test(name, () => expect(messages(decisionForm.safeParse({ ...decision, ...change }))).toEqual([message]));
  }
});

test("asking, withdrawing and suspending", () => {
  expect(requestInput.parse({ competencyId: id, supervisorId: id, note: "" })).toEqual({
    competencyId: id,
    supervisorId: id,
    note: null,
  });
  expect(requestInput.safeParse({ competencyId: id }).error?.issues[0]?.message).toBe(
    "Select the supervisor to ask",
  );
  expect(withdrawInput.parse({ requestId: id, seenVersion: "0" })).toEqual({ requestId: id, seenVersion: 0 });
  expect(suspendInput.safeParse({ staffId: id, competencyId: id, reason: "" }).error?.issues).toHaveLength(1);
});

test("an entitlement names its document, and does not end before it begins", () => {
  const input = {
    kind: "entitlement",
    staffId: id,
    competencyId: id,
    equipmentId: "",
    validFrom: "2026-03-03",
    document: "IRMER 12",
  };
  expect(entitlementInput.parse({ ...input, lastDay: "" })).toMatchObject({
    lastDay: null,
    equipmentId: null,
  });
  expect(entitlementInput.safeParse({ ...input, lastDay: "2026-03-02" }).error?.issues[0]?.path).toEqual([
    "lastDay",
  ]);
});
