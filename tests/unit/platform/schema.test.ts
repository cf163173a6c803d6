import { expect, test } from "vitest";
import { freeText, isoDate, optionalText, requiredText, tickBox, wholeNumber } from "@/lib/platform/schema";

test("a day is a real one, and says what to do when it is not", () => {
  expect(isoDate("Enter a day").parse(" 2026-05-14 ")).toBe("2026-05-14");
  for (const typed of ["2026-02-30", "", undefined, 5]) {
    expect(messages(isoDate("Enter a day"), typed)).toEqual(["Enter a day"]);
  }
});

test("a number is whole and within its bounds; an empty field is not nought", () => {
  const number = wholeNumber(0, 10, "Enter 0 to 10");
  for (const [typed, value] of [
    ["0", 0],
    [" 10 ", 10],
    [7, 7],
  ])
    expect(number.parse(typed)).toBe(value);
  for (const typed of ["", " ", undefined, null, "11", "-1", "2.5", "0x1", "ten", true, NaN]) {
    expect(messages(number, typed)).toEqual(["Enter 0 to 10"]);
  }
});

test("a tick box is ticked or not", () => {
  for (const typed of ["on", "yes", "true", true]) expect(tickBox().parse(typed)).toBe(true);
  for (const typed of ["no", "false", "", undefined, null, false]) expect(tickBox().parse(typed)).toBe(false);
});

test("text is tidied before it is measured", () => {
  expect(freeText(5).parse("  a\r\nb\u0000  ")).toBe("a\nb");
  expect(freeText(3).parse("a\r\nb")).toBe("a\nb");
  expect(freeText(5).parse("\u202ea\u0001\tb\u2066\u001b")).toBe("a\tb");
  expect(messages(freeText(3), "abcd")).toEqual(["Use 3 characters or fewer"]);
});

test("text that could identify a patient is refused, and the message does not repeat it", () => {
  const found = messages(freeText(100), "943 476 5919, born 14/05/1950");
  expect(found).toHaveLength(2);
  expect(found.join()).not.toMatch(/\d/);
});

test("text can be left out or be asked for", () => {
  for (const typed of ["", "  ", null, undefined]) {
    expect(optionalText(10).parse(typed)).toBeNull();
    expect(messages(requiredText(10, "Say why"), typed)).toEqual(["Say why"]);
  }
  expect(optionalText(10).parse(" yes ")).toBe("yes");
  expect(requiredText(10, "Say why").parse(" yes ")).toBe("yes");
});

function messages(
  schema: { safeParse: (input: unknown) => { error?: { issues: { message: string }[] } } },
  input: unknown,
): string[] {
  return (schema.safeParse(input).error?.issues ?? []).map(({ message }) => message);
}

test("text that is too long is told so, and not searched", () => {
  const long = `943 476 5919, born 14/05/1950 ${"jan".repeat(50_000)}`;
  for (const field of [freeText(500), requiredText(500, "Enter some text"), optionalText(500)]) {
    expect(messages(field, long)).toEqual(["Use 500 characters or fewer"]);
  }
});
