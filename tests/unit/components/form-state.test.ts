import { describe, expect, test } from "vitest";
import {
  errorFor,
  type FormState,
  fieldId,
  pristine,
  valueFor,
  valuesFor,
} from "@/components/forms/form-state";

const answered: FormState = {
  errors: [
    { field: "on-month", message: "Enter a real month" },
    { field: null, message: "Somebody else decided first" },
  ],
  values: { note: "twice", kinds: ["a", "b"], one: "a", empty: "" },
};

describe("what a field shows", () => {
  test.each([
    ["before any answer, what the page gave", pristine, "note", "given", "given"],
    ["after one, what was typed", answered, "note", "given", "twice"],
    ["also where that was nothing", answered, "empty", "given", ""],
    ["and where nothing was sent, nothing", answered, "missing", "given", ""],
  ])("%s", (_, state, name, given, expected) => {
    expect(valueFor(state, name, given)).toBe(expected);
  });

  test("unticked boxes stay unticked", () => {
    expect(valuesFor(pristine, "kinds", ["c"])).toEqual(["c"]);
    expect(valuesFor(answered, "kinds", ["c"])).toEqual(["a", "b"]);
    expect(valuesFor(answered, "one", [])).toEqual(["a"]);
    expect(valuesFor(answered, "missing", ["c"])).toEqual([]);
  });
});

describe("errors find their field", () => {
  test("a date takes its parts' errors", () => {
    expect(errorFor(answered, "on")).toBe("Enter a real month");
    expect(errorFor(answered, "note")).toBeUndefined();
  });

  test.each([
    ["note", undefined, "note"],
    ["note", "confirm", "confirm-note"],
    ["on-day", undefined, "on"],
    ["on-month", undefined, "on-month"],
  ])("%s with prefix %s has the id %s", (name, prefix, id) => {
    expect(fieldId(name, prefix)).toBe(id);
  });
});
