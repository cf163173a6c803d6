import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIdentifiable } from "@/lib/platform/patient-data";

/** The check digit by trying all ten, where one fits. */
function withCheckDigit(nine: string): string | undefined {
  return Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find((ten) => {
    const sum = [...ten].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
    return sum % 11 === 0;
  });
}

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

describe("what is no NHS number", () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
  const gap = fc.constantFrom(" ", "-", ".", "");
  const phone = fc
    .tuple(digits(10), gap, fc.constantFrom([5, 6], [4, 3, 4], [3, 4, 4], [2, 4, 5]))
    .map(([ten, between, sizes]) => inGroups(`0${ten}`, sizes, between));
  const registration = fc.oneof(
    fc.tuple(digits(2), digits(4)).map(([year, number]) => `${year}A${number}E`),
    digits(6).map((number) => `RA${number}`),
    digits(7),
  );
  const two = (number: number) => String(number).padStart(2, "0");
  const dayOfPractice = fc
    .record({
      d: fc.integer({ min: 1, max: 28 }),
      m: fc.integer({ min: 1, max: 12 }),
      h: fc.nat(23),
      i: fc.nat(59),
    })
    .chain(({ d, m, h, i }) =>
      fc.constantFrom(
        `2026-${two(m)}-${two(d)} ${two(h)}:${two(i)}`,
        `${two(d)}/${two(m)}/2026 ${two(h)}:${two(i)}`,
        `${two(d)}.${two(m)}.26 ${two(h)}.${two(i)}`,
        `${d} ${m} 2026, ${h}.${two(i)}`,
        `2026${two(m)}${two(d)}`,
      ),
    );

  test.each([
    ["telephone numbers", phone],
    ["registration numbers", registration],
    ["days and times of practice", dayOfPractice],
  ])("%s are left alone", (_, text) => {
    fc.assert(
      fc.property(text, (written) => {
        expect(findIdentifiable(`Seen ${written}, all well`)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

function inGroups(digits: string, sizes: readonly number[], between: string): string {
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, index) => digits.slice(end - (sizes[index] ?? 0), end)).join(between);
}

describe("dates of birth", () => {
  test.each([
    "DOB 14/05/1950",
    "dob: 14.5.50",
    "D.O.B. 14-05-1950",
    "born on 14 May 1950",
    "Born 14th of May, 1950",
    "date of birth is 1950-05-14",
    "birthdate 1950/05/14",
    "birthday May 14, 1950",
    "Her birth date: 14-May-1950",
    "14/05/1950 (DOB)",
    "date of\nbirth\n14/05/1950",
    "born 3rd of March 1956",
    "DoB: 03.03.56",
    "d.o.b 3/3/1956",
    "DOB 3 3 1956",
    "DOB 03031956",
    "dob:030356",
    "DOB 3_3_1956",
    "DOB: 3 Mar ’56",
    "date-of-birth: 3-3-1956",
    "date of his birth 3/3/1956",
    "born in March 1956",
    "DO\u00adB 3/3/1956",
    "born   3   /   3   /   1956",
    "b. 1/2/1950",
    "Seen with her son, b. 14 May 1950",
  ])("%j is found", (text) => {
    expect(findIdentifiable(text)).toEqual(["date-of-birth"]);
  });

  test.each([
    "Checked date of birth and name band before I began",
    "Done on 14/05/2026",
    "Newborn clinic on 14 May 2026",
    "Asked for the DOB. The next session, which we planned together for later, is on 14/05/2026",
    "Blood-borne viruses course 14/05/2026",
    "Asked for name and DOB. Reference 204511",
    "Checked DOB with 3 of 12 people",
    "May 2026",
    "a. 13 May 2026, b. 14 May 2026",
    "Vial B. 14/05/2026",
  ])("%j is left alone", (text) => {
    expect(findIdentifiable(text)).toEqual([]);
  });
});

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
  const seeds = [...months, ...blanks, ...digits, ...words, ...mixed];

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
