import { readFileSync } from "node:fs";
import { checkCatalogue } from "@/lib/competencies/catalogue/check";
import type { Catalogue, CatalogueCompetency } from "@/lib/competencies/catalogue/schema";
import { faultSentence } from "@/lib/competencies/catalogue/words";

const shipped = readFileSync("db/seed/reference/catalogue.json", "utf8");

/** A fresh copy of the shipped file, to read or to spoil. */
export function catalogueCopy(): Catalogue {
  return JSON.parse(shipped);
}

export function competencyIn(catalogue: Catalogue, code: string): CatalogueCompetency {
  const found = catalogue.frameworks
    .flatMap((framework) => framework.groups)
    .flatMap((group) => group.competencies)
    .find((competency) => competency.code === code);
  if (!found) throw new Error(`no ${code} in the catalogue`);
  return found;
}

export function faultsOf(json: unknown): string[] {
  const checked = checkCatalogue(json);
  return "faults" in checked ? checked.faults.map(faultSentence) : [];
}

/** Spoils a copy of the shipped file and returns what the check says of it. */
export function faultsAfter(spoil: (catalogue: Catalogue) => void): string[] {
  const copy = catalogueCopy();
  spoil(copy);
  return faultsOf(copy);
}
