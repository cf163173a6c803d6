import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors, inOrderOf, refusalErrors } from "@/app/_server/forms/form-answers";
import { fieldsOf, soundPart } from "@/app/_server/forms/form-fields";
import { practiceInput } from "@/lib/evidence/schema";
import { Refusal, refuseAll } from "@/lib/platform/refusals";
import { identifier, optionalText, wholeNumber } from "@/lib/platform/schema";

const schema = z.discriminatedUnion("intent", [
  z.object({
    who: identifier("Select who"),
    many: wholeNumber(1, 50, "Enter how many"),
    note: optionalText(20),
    intent: z.literal("submit"),
  }),
  z.object({ many: wholeNumber(0, 50, "Enter how many"), intent: z.literal("draft") }),
]);

describe("the fields of a form", () => {
  test("are those of the way in which it is sent, in the order of the schema", () => {
    expect(fieldsOf(schema, { intent: "submit" })).toEqual(["who", "many", "note", "intent"]);
    expect(fieldsOf(schema, { intent: "draft" })).toEqual(["many", "intent"]);
    expect(fieldsOf(schema, { intent: "else" })).toEqual([]);
    expect(fieldsOf(schema.options[0], {})).toEqual(["who", "many", "note", "intent"]);
  });

  test("are read each by itself, where others are wrong", () => {
    const typed = { who: "nobody", many: " 3 ", intent: "submit" };
    expect(soundPart(schema, typed)).toEqual({ many: 3, note: null, intent: "submit" });
    expect(soundPart(schema, { many: "none", intent: "draft" })).toEqual({ intent: "draft" });
    expect(soundPart(schema, { many: "3" })).toEqual({});
  });

  test("of practice stand in the order of the page", () => {
    const asked = ["outcome", "performedOn", "settingId", "equipmentId", "supervision", "observerId"];
    const then = ["performances", "simulated", "note", "incidentReference"];
    expect(fieldsOf(practiceInput, {})).toEqual(["competencyId", ...asked, ...then]);
  });
});

describe("mistakes that the schema finds and mistakes that rules find", () => {
  const fields = ["outcome", "performedOn", "note"];

  test("are listed together, one a field, as the fields stand on the page", () => {
    const parsed = z
      .object({ outcome: z.enum(["achieved"], "Select how it went"), note: z.string().max(3, "Too long") })
      .safeParse({ note: "Very long" });
    const found = parsed.error ? fieldErrors(parsed.error) : [];
    const refusal = refusalOf([
      new Refusal("invalid", "performed-in-future", {}, "performedOn"),
      new Refusal("invalid", "outcome-needed", {}, "outcome"),
      new Refusal("rule", "request-open"),
    ]);
    const listed = inOrderOf(fields, [...found, ...refusalErrors(refusal)]);
    expect(listed.map(({ field }) => field)).toEqual([null, "outcome", "performedOn", "note"]);
    expect(listed.slice(1).map(({ message }) => message)).toEqual([
      "Select how it went",
      "The day must be today or in the past",
      "Too long",
    ]);
  });

  test("of a field that the schema does not know come last", () => {
    const unknown = { field: "elsewhere", message: "Wrong" };
    const note = { field: "note", message: "Too long" };
    expect(inOrderOf(fields, [unknown, note])).toEqual([note, unknown]);
  });

  test("where there is none nothing is refused", () => {
    expect(() => refuseAll([])).not.toThrow();
  });
});

function refusalOf(all: Refusal[]): Refusal {
  try {
    refuseAll(all);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error("Nothing was refused");
}
