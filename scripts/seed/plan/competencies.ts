import { readFileSync } from "node:fs";
import { type AdoptedCompetency, toAdoption } from "@/lib/competencies/catalogue/adoption";
import { checkCatalogue } from "@/lib/competencies/catalogue/check";
import { root } from "../../processes";

/** The shipped catalogue as it stands in the repository. */
export function readCatalogue(): unknown {
  return JSON.parse(readFileSync(`${root}/db/seed/reference/catalogue.json`, "utf8"));
}

/** The rules that histories have to meet, by code. */
export function shippedCompetencies(): Map<string, AdoptedCompetency> {
  const checked = checkCatalogue(readCatalogue());
  if ("faults" in checked) throw new Error("The reference catalogue has faults");
  const all = checked.catalogue.frameworks.flatMap((framework) => toAdoption(framework).competencies);
  return new Map(all.map((competency) => [competency.code, competency]));
}
