import { describe, expect, test } from "vitest";
import { findIdentifiable } from "@/lib/platform/patient-data";

test("both are found together", () => {
  expect(findIdentifiable("943 476 5919, dob 14/05/1950")).toEqual(["nhs-number", "date-of-birth"]);
});

describe("the time taken rises with the length of the text, not with its square", () => {
  const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const blanks = [" ", "\n", "\u00a0", "-", " - ", ".", "/", ",", "\u200b", "\u0301\u0316"];
  const digits = ["1", "1 ", "1-", "1 - ", "12 12 19", "123 456 ", "1.1", "٩", "1of", "1st of "];
  const words = [
    "born ",
    "born 1 ",
    "dob.",
    "d o b ",
    "date ",
    "date of ",
    "date of x ",
    "birthday ",
    "b. 1/",
  ];
  const mixed = ["NHS ", "NHS 1 2 3 ", "1 jan ", "jan 1 ", "jan, ", "14 May ", "01/01/1950 ", "a", "a "];
  const odd = ["~", "|", "=", "'", "1:", "12|", "12345 ", "12345~", "1234 567 ", "serial ", "d/o/", "d_o_b="];
  const seeds = [...months, ...blanks, ...digits, ...words, ...mixed, ...odd];

  test.each(seeds)("%j", (seed) => {
    for (const before of ["", "born ", "1"]) {
      const quarter = timeOf(before + seed.repeat(50_000 / seed.length));
      expect(timeOf(before + seed.repeat(200_000 / seed.length))).toBeLessThan(8 * quarter + 500);
    }
  });

  function timeOf(text: string): number {
    const began = performance.now();
    findIdentifiable(text);
    return performance.now() - began;
  }
});
