import { expect, test } from "vitest";
import { toAdoption } from "@/lib/competencies/catalogue/adoption";
import { checkCatalogue } from "@/lib/competencies/catalogue/check";
import { catalogueCopy, faultsOf } from "./catalogue-copy";

test("the shipped catalogue has no faults", () => {
  expect(faultsOf(catalogueCopy())).toEqual([]);
});

test("the shipped catalogue is returned whole", () => {
  expect(checkCatalogue(catalogueCopy())).toEqual({ catalogue: catalogueCopy() });
});

test("it holds 16 frameworks and 165 competencies", () => {
  const adoptions = catalogueCopy().frameworks.map(toAdoption);
  expect(adoptions).toHaveLength(16);
  expect(adoptions.flatMap(({ competencies }) => competencies)).toHaveLength(165);
});
