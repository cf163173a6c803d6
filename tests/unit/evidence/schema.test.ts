import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { practiceCommentInput, practiceInput, practiceResponseInput } from "@/lib/evidence/schema";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
/** As a browser sends it. */
const typed = {
  competencyId: id,
  performedOn: "2026-05-14",
  settingId: id,
  equipmentId: "",
  supervision: "direct",
  performances: "20",
  observerId: id,
  outcome: "achieved",
  note: "Went well.\r\nCalm patient. ",
  incidentReference: "",
};

test("strings from a form become the command's values", () => {
  expect(practiceInput.parse(typed)).toEqual({
    ...typed,
    equipmentId: null,
    performances: 20,
    simulated: false,
    note: "Went well.\nCalm patient.",
    incidentReference: null,
  });
  expect(practiceInput.parse({ ...typed, simulated: "on" }).simulated).toBe(true);
  expect(practiceInput.parse({ ...typed, simulated: false }).simulated).toBe(false);
});

test("what is parsed can be parsed again", () => {
  const once = practiceInput.parse(typed);
  expect(practiceInput.parse(once)).toEqual(once);
});

describe("messages say what to do", () => {
  test.each([
    [{ observerId: "" }, "observerId", "Select who watched you"],
    [{ observerId: undefined }, "observerId", "Select who watched you"],
    [{ observerId: "someone" }, "observerId", "Select who watched you"],
    [{ settingId: undefined }, "settingId", "Select where you did it"],
    [{ supervision: undefined }, "supervision", "Select how closely you were watched"],
    [{ outcome: "perfect" }, "outcome", "Select how it went"],
    [{ performedOn: undefined }, "performedOn", "Enter the day you did it, like 14 5 2026"],
    [{ performedOn: "2026-02-29" }, "performedOn", "Enter the day you did it, like 14 5 2026"],
    [{ performances: "" }, "performances", "Enter how many you did, from 1 to 50"],
    [{ performances: "0" }, "performances", "Enter how many you did, from 1 to 50"],
    [{ performances: "51" }, "performances", "Enter how many you did, from 1 to 50"],
    [{ performances: "2.5" }, "performances", "Enter how many you did, from 1 to 50"],
    [{ performances: "1e1" }, "performances", "Enter how many you did, from 1 to 50"],
    [{ performances: undefined }, "performances", "Enter how many you did, from 1 to 50"],
    [{ note: "x".repeat(1001) }, "note", "Use 1000 characters or fewer"],
    [{ incidentReference: "x".repeat(61) }, "incidentReference", "Use 60 characters or fewer"],
  ])("%j", (changes, field, message) => {
    expect(problems(practiceInput, { ...typed, ...changes })).toEqual({ [field]: [message] });
  });

  test("text that could identify a patient is refused", () => {
    const found = problems(practiceInput, { ...typed, note: "Bloods from 943 476 5919, dob 1/2/1950" });
    expect(found.note).toHaveLength(2);
    expect(found.note?.[0]).toMatch(/^This looks like an NHS number\. Take it out/);
    expect(problems(practiceInput, { ...typed, incidentReference: "9434765919" })).toHaveProperty(
      "incidentReference",
    );
  });

  test("a refusal needs a reason, a confirmation does not", () => {
    const answer = { practiceId: id, answer: "confirm", reason: " " };
    expect(practiceResponseInput.parse(answer)).toEqual({ ...answer, reason: null });
    expect(problems(practiceResponseInput, { ...answer, answer: "refuse" })).toEqual({
      reason: ["Say why you can't confirm this, so that they know what to do"],
    });
    expect(problems(practiceResponseInput, { practiceId: id })).toEqual({
      answer: ["Select whether you confirm this practice"],
    });
  });

  test("a comment needs words", () => {
    for (const text of ["", "  ", undefined]) {
      expect(problems(practiceCommentInput, { practiceId: id, text })).toEqual({
        text: ["Enter your comment"],
      });
    }
  });
});

function problems(schema: z.ZodType, input: unknown): Record<string, string[]> {
  const { error } = schema.safeParse(input);
  const found: Record<string, string[]> = {};
  for (const { path, message } of error?.issues ?? []) {
    const field = path.join(".");
    found[field] = [...(found[field] ?? []), message];
  }
  return found;
}
