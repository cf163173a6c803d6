import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { practiceDraftInput, practiceInput } from "@/lib/evidence/schema";
import { practiceForm, practiceWithRequestInput } from "@/lib/sign-off/request/with-practice/schema";

const id = "019a0000-0000-7000-8000-000000000001";
const sound = {
  competencyId: id,
  performedOn: "2026-03-02",
  settingId: id,
  supervision: "direct",
  performances: "1",
  simulated: "no",
  observerId: id,
  outcome: "achieved",
  supervisorId: "",
};

const faults = (schema: z.ZodType, input: object) =>
  schema.safeParse(input).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

const ways: [string, object, z.ZodType][] = [
  ["a draft", { intent: "draft" }, practiceDraftInput],
  ["a draft with the tick for sign-off", { intent: "draft", alsoAsk: "yes" }, practiceDraftInput],
  ["practice to confirm", { intent: "submit" }, practiceInput],
  ["practice with a request", { intent: "submit", alsoAsk: "yes" }, practiceWithRequestInput],
];

describe.each(ways)("checked before it is sent, %s", (_, way, onServer) => {
  test.each([
    {},
    { outcome: "", performedOn: "2026-02-30" },
    { performances: "0", note: "943 476 5919", supervisorId: id },
  ])("gets the server's answer: %j", (change) => {
    const input = { ...sound, ...way, ...change };
    expect(faults(practiceForm, input)).toEqual(faults(onServer, input));
  });
});

test("a draft may leave open how it went, and nothing else", () => {
  const { outcome: _, ...open } = sound;
  expect(faults(practiceForm, { ...open, intent: "draft" })).toEqual([]);
  expect(practiceDraftInput.parse({ ...open, outcome: "" }).outcome).toBeNull();
  expect(faults(practiceForm, { ...open, intent: "submit" })).toEqual(["outcome: Select how it went"]);
  expect(faults(practiceForm, { ...open, outcome: "fine", intent: "draft" })).toEqual([
    "outcome: Select how it went",
  ]);
});

test("the supervisor is asked for with a request alone", () => {
  expect(faults(practiceForm, { ...sound, intent: "submit", alsoAsk: "yes" })).toEqual([
    "supervisorId: Select the supervisor to ask",
  ]);
  expect(faults(practiceForm, { ...sound, intent: "submit" })).toEqual([]);
});
