import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dutiesPage, type SeedDuty } from "@/scripts/duties-page";
import { catalogueCopy } from "./catalogue-copy";

const duties: SeedDuty[] = JSON.parse(readFileSync("tests/fixtures/seed-duties.json", "utf8"));
const catalogue = catalogueCopy();
const codes = new Set(
  catalogue.frameworks
    .flatMap(({ groups }) => groups)
    .flatMap(({ competencies }) => competencies)
    .map(({ code }) => code),
);

const uncovered = (list: SeedDuty[]) =>
  list.filter(({ competencies }) => competencies.length === 0).map(({ id }) => id);
const unknownCodes = (list: SeedDuty[]) =>
  list.flatMap(({ id, competencies }) =>
    competencies.filter((code) => !codes.has(code)).map((code) => `${id}: ${code}`),
  );

test("there are 97 duties, each with a name of its own", () => {
  expect(duties).toHaveLength(97);
  expect(new Set(duties.map(({ id }) => id)).size).toBe(97);
});

test("every duty has a competency", () => expect(uncovered(duties)).toEqual([]));

test("every competency that a duty names exists", () => expect(unknownCodes(duties)).toEqual([]));

test("a duty without a competency, or with an invented one, is found", () => {
  const [first, second] = duties.slice(0, 2) as [SeedDuty, SeedDuty];
  expect(uncovered([{ ...first, competencies: [] }, second])).toEqual(["GEN-1"]);
  expect(unknownCodes([{ ...first, competencies: ["CORE-NOPE"] }, second])).toEqual(["GEN-1: CORE-NOPE"]);
});

test("every duty is named in one of the two seed documents", () => {
  const documents = catalogue.sources
    .filter(({ kind }) => kind === "seed")
    .map(({ url }) => url?.replace("seeds/", ""));
  expect(documents).toEqual(["000_5cd0926f2575eca3.txt", "003_ba851ebdbe55b050.txt"]);
  expect([...new Set(duties.map(({ seed }) => seed))].sort()).toEqual(documents);
});

test("every duty says what is done, in which specialty", () => {
  for (const { duty, specialty } of duties) {
    expect(duty.trim()).not.toBe("");
    expect(specialty.trim()).not.toBe("");
  }
});

test("docs/duties.md is up to date", () => {
  expect(readFileSync("docs/duties.md", "utf8")).toBe(dutiesPage(duties, catalogue));
});
