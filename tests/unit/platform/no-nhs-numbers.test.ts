import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIdentifiable } from "@/lib/platform/patient-data";
import { anyMark, inGroups } from "./written-numbers";

describe("what is no NHS number", () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
  const gap = fc.constantFrom(" ", "-", ".", "");
  const phone = fc
    .tuple(digits(10), gap, fc.constantFrom([5, 6], [4, 3, 4], [3, 4, 4], [2, 4, 5]))
    .map(([ten, between, sizes]) => inGroups(`0${ten}`, sizes, [between, between, between]));
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

  const extension = fc.tuple(fc.constantFrom("ext", "Extension", "bleep"), digits(5)).map((given) => {
    return `${given.join(" ")} or ${given[1]}`;
  });
  const serial = fc
    .tuple(fc.constantFrom("serial", "Serial number", "S/N:", "batch", "Lot no."), digits(10), anyMark)
    .chain(([word, ten, mark]) =>
      fc.constantFrom([4, 3, 3], [5, 5]).map((sizes) => `${word} ${inGroups(ten, sizes, [mark, mark])}`),
    );
  const count = (least: number, most: number) => fc.integer({ min: least, max: most });
  const counts = fc
    .tuple(count(1000, 9999), count(100, 999), count(100, 999), fc.constantFrom(", ", "; ", " and "))
    .map(([one, two, three, between]) => [one, two, three].join(between));
  const doses = fc
    .tuple(count(1000, 9999), count(100, 999), count(100, 999), fc.constantFrom("MBq", "mg", "ml", "mAs"))
    .map(([one, two, three, unit]) => `${one} ${two} ${three} ${unit}, ${two} ${unit}`);

  test.each([
    ["telephone numbers", phone],
    ["registration numbers", registration],
    ["days and times of practice", dayOfPractice],
    ["extensions", extension],
    ["serial numbers", serial],
    ["counts in a list", counts],
    ["doses", doses],
  ])("%s are left alone", (_, text) => {
    fc.assert(
      fc.property(text, (written) => {
        expect(findIdentifiable(`Seen ${written}, all well`)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
