import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIdentifiable } from "@/lib/platform/patient-data";
import { anyMark, inGroups, withCheckDigit } from "./written-numbers";

describe("NHS numbers", () => {
  test.each([
    "9434765919",
    "Patient 943 476 5919 was calm",
    "943-476-5919",
    "943.476.5919",
    "943\u00a0476\u00a05919",
    "943–476–5919",
    "NHS no: 94 34 76 59 19",
    "nhs number 9 4 3 4 7 6 5 9 1 9",
    "ref:9434765919.",
    "９４３４７６５９１９",
    "943\u200b476\u200b5919",
    "9 4 3 4 7 6 5 9 1 9",
    "943_476_5919",
    "9.4.3.4.7.6.5.9.1.9",
    "9-4-3-4-7-6-5-9-1-9 was calm",
    "943,476,5919",
    "943:476:5919",
    "943 · 476 · 5919",
    "943|476|5919",
    "(943) 476-5919",
    "943\u00ad4765919",
    "943     476     5919",
    "٩٤٣٤٧٦٥٩١٩",
    "९४३ ४७६ ५९१९",
    "9434 765 919",
    "94347 65919",
    "94347-65919",
    "Patient 9434/765/919, seen at home",
    "Seen 94347 = 65919.",
    "943~476~5919",
    "943'476'5919",
    "943´476´5919",
    "943 “476” 5919",
    "943\\476\\5919",
    "943<476>5919",
    "9434\u2009765\u2009919",
    "9434\u2212765\u2212919",
    "«94347» 65919",
    "12345 94347 65919",
    "The ward's serial book, page 3, has 9434 765 919",
  ])("%j is found", (text) => {
    expect(findIdentifiable(text)).toEqual(["nhs-number"]);
  });

  test.each([
    "9434765918",
    "19434765919",
    "94347659190",
    "943476591",
    "07700 900123",
    "2026-05-14 10:30",
    "Three of 10, then 20 of 50",
    "1 2 3 4 5 6 7 8 9 10",
    "0 1 2 3 4 5 6 7 8 9",
    "Extension 94347, 65919",
    "Tel 94347 65919",
    "Serial no. 94347-65919",
    "S/N 9434.765.919",
    "Batch 9434/765/919",
    "Counts of 9434, 765, 919",
    "Counts of 94347; 65919",
    "Doses of 9434 765 919 MBq",
    "94347 + 65919 counts",
    "600 and 740 MBq at 10:30, 250 ml",
    "9434 765 918",
    "94347 65918",
    "19434 765 919",
    "9434 765 9190",
    "",
  ])("%j is left alone", (text) => {
    expect(findIdentifiable(text)).toEqual([]);
  });

  test("every number with a sound check digit is found, however it is grouped, and no other", () => {
    const nine = fc.stringMatching(/^\d{9}$/);
    fc.assert(
      fc.property(nine, fc.constantFrom("", " ", "-", " - "), (digits, gap) => {
        const ten = withCheckDigit(digits);
        if (ten === undefined) return;
        const written = [ten.slice(0, 3), ten.slice(3, 6), ten.slice(6)].join(gap);
        expect(findIdentifiable(`x ${written} y`)).toEqual(["nhs-number"]);
        const gaps = gap.trim() === "" ? " " : gap;
        expect(findIdentifiable([...ten].join(gaps))).toEqual(ten.startsWith("0") ? [] : ["nhs-number"]);
        const wrong = `${digits}${(Number(ten[9]) + 1) % 10}`;
        expect(findIdentifiable(wrong)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("an NHS number in groups", () => {
  const nine = fc.stringMatching(/^\d{9}$/);
  // A comma or semicolon and a space make a list.
  const between = fc
    .tuple(fc.constantFrom("", " "), anyMark, fc.constantFrom("", " "))
    .map(([before, mark, after]) => `${before}${mark}${/[,;]/.test(mark) ? "" : after}`);

  test.each([{ sizes: [3, 3, 4] }, { sizes: [4, 3, 3] }, { sizes: [5, 5] }])(
    "of $sizes is found by its check digit alone, whatever stands between",
    ({ sizes }) => {
      fc.assert(
        fc.property(nine, between, between, (digits, one, two) => {
          const ten = withCheckDigit(digits);
          if (ten === undefined) return;
          const written = inGroups(ten, sizes, [one, two]);
          expect(findIdentifiable(`Seen ${written} today`)).toEqual(["nhs-number"]);
          const wrong = `${digits}${(Number(ten[9]) + 1) % 10}`;
          expect(findIdentifiable(`Seen ${inGroups(wrong, sizes, [one, two])} today`)).toEqual([]);
        }),
        { numRuns: 1000 },
      );
    },
  );
});
