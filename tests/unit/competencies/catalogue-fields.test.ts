import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCatalogue } from "@/lib/competencies/catalogue/check";
import { catalogueCopy, competencyIn, faultsAfter, faultsOf } from "./catalogue-copy";

type Entry = Record<string, unknown>;
interface FieldRule {
  range?: [number, number];
  values?: (string | number)[];
}

/** Where each part of the format stands in the shipped file; DN-ABP carries the rarest flag. */
const parts: Record<string, { path: string; find: (file: ReturnType<typeof catalogueCopy>) => unknown }> = {
  profession: { path: "professions[0]", find: (file) => file.professions[0] },
  source: { path: "sources[0]", find: (file) => file.sources[0] },
  framework: { path: "frameworks[0]", find: (file) => file.frameworks[0] },
  group: { path: "frameworks[0].groups[0]", find: (file) => file.frameworks[0]?.groups[0] },
  competency: { path: "frameworks[3].groups[0].competencies[", find: (file) => competencyIn(file, "DN-ABP") },
};

const fields = Object.entries(catalogueCopy().fields as Record<string, FieldRule>);
const required = fields.filter(([name]) => !name.startsWith("competency.flags."));
const limits = fields.flatMap(([name, { range, values }]) => [
  ...(range ? [range[0] - 1, range[1] + 1, range[0] + 0.5].map((value) => ({ name, value })) : []),
  ...(values ? [{ name, value: list(name) ? ["elsewhere"] : "elsewhere" }] : []),
]);

function list(name: string): boolean {
  return name === "competency.settings";
}

/** Sets a field of the format by its name in the file's own list; undefined removes it. */
function spoilt(name: string, value: unknown) {
  const file = catalogueCopy();
  const [part = "", ...keys] = name.split(".");
  const field = parts[part] ? keys : [part];
  let holder = (parts[part]?.find(file) ?? file) as Entry;
  for (const key of field.slice(0, -1)) holder = holder[key] as Entry;
  const last = field.at(-1) ?? "";
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  const where = parts[part] ? parts[part].path : "";
  return faultsOf(file).filter((fault) => fault.startsWith(where) && fault.includes(field.join(".")));
}

test("the file documents at least the fields whose limits are checked here", () => {
  expect(required.length).toBeGreaterThan(35);
  expect(limits.length).toBeGreaterThan(25);
});

describe("each field that the file documents", () => {
  for (const [name] of required)
    test(`${name} may not be missing`, () => {
      expect(spoilt(name, undefined)).toContainEqual(expect.stringMatching(/ is missing$/));
    });

  for (const [name] of fields)
    test(`${name} may not be of another type`, () => {
      expect(spoilt(name, [{}])).not.toEqual([]);
    });

  for (const { name, value } of limits)
    test(`${name} may not be ${value}`, () => expect(spoilt(name, value)).not.toEqual([]));
});

test("a value outside its range is named with the range", () => {
  const faults = faultsAfter((file) => {
    competencyIn(file, "CORE-VEN").minObservers = 3;
  });
  expect(faults).toEqual([
    "frameworks[0].groups[0].competencies[0].minObservers (CORE-VEN) must be at most 2, not 3",
  ]);
});

test("a word outside its list is named with the list", () => {
  const faults = faultsAfter((file) => {
    competencyIn(file, "CORE-ECG").riskLevel = "extreme" as "high";
  });
  expect(faults).toEqual([
    'frameworks[0].groups[0].competencies[2].riskLevel (CORE-ECG) must be low or medium or high, not "extreme"',
  ]);
});

test("a field that the format does not know is named", () => {
  const faults = faultsAfter((file) => {
    Object.assign(competencyIn(file, "CORE-VEN").flags, { irmerOperater: true });
  });
  expect(faults).toEqual([
    "frameworks[0].groups[0].competencies[0].flags.irmerOperater (CORE-VEN) is not a field of this format",
  ]);
});

test.each([null, [], "text", 7])("%j is no catalogue", (json) => {
  expect(faultsOf(json)).toEqual(["the file must be an object"]);
});

test("a link may be a web address or a seed document and nothing else", () => {
  const withUrl = (url: string | null) =>
    faultsAfter((file) => Object.assign(file.sources[2] ?? {}, { url }));
  expect(withUrl(null)).toEqual([]);
  expect(withUrl("https://example.org/standard")).toEqual([]);
  expect(withUrl("javascript:alert(1)")).toHaveLength(1);
});

test("whatever stands in the place of any part, the check answers instead of failing", () => {
  const places: ((file: ReturnType<typeof catalogueCopy>, value: unknown) => void)[] = [
    (file, value) => Object.assign(file, { frameworks: value }),
    (file, value) => Object.assign(file, { professions: value }),
    (file, value) => Object.assign(file.frameworks, { 2: value }),
    (file, value) => Object.assign(file.frameworks[0]?.groups[0] ?? {}, { competencies: value }),
    (file, value) => Object.assign(file.frameworks[0]?.groups[0]?.competencies ?? {}, { 1: value }),
    (file, value) => Object.assign(competencyIn(file, "DN-ABP"), { flags: value }),
    (file, value) => Object.assign(competencyIn(file, "DN-ABP").flags, { scopeByBand: value }),
  ];
  const spoiling = fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
    const file = catalogueCopy();
    place(file, value);
    const checked = checkCatalogue(file);
    expect("faults" in checked ? checked.faults.length : checked.catalogue).toBeTruthy();
  });
  fc.assert(spoiling, { numRuns: 100, seed: 7 });
});
