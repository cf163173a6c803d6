import { describe, expect, test } from "vitest";
import type { Catalogue, CatalogueCompetency } from "@/lib/competencies/catalogue/schema";
import { catalogueCopy, competencyIn, faultsAfter, faultsOf } from "./catalogue-copy";

const change = (code: string, values: Partial<CatalogueCompetency>) => (file: Catalogue) => {
  Object.assign(competencyIn(file, code), values);
};
const requires = (file: Catalogue, code: string, ...codes: string[]) => {
  competencyIn(file, code).prerequisites.competencies = codes;
};
const venepuncture = "frameworks[0].groups[0].competencies[0]";

const spoilings: Record<string, [spoil: (file: Catalogue) => void, faults: string[]]> = {
  "a competency code that stands twice": [
    (file) => file.frameworks[0]?.groups[0]?.competencies.push(competencyIn(file, "CORE-VEN")),
    ["repeats CORE-VEN, which stands at frameworks[0].groups[0].competencies[0]"],
  ],
  "a framework code that stands twice": [
    (file) => Object.assign(file.frameworks[15] ?? {}, { code: "PATH", groups: file.frameworks[14]?.groups }),
    ["frameworks[15].code (PATH) repeats PATH"],
  ],
  "a source key that stands twice": [
    (file) => file.sources.push({ key: "OK", kind: "own knowledge", url: null }),
    ["repeats OK, which stands at sources["],
  ],
  "a profession that stands twice": [
    (file) => file.professions.push({ code: "RN", name: "registered-nurse", regulator: "NMC" }),
    ["repeats RN, which", "repeats registered-nurse, which"],
  ],
  "a competency code of another framework": [
    change("NUC-WAS", { code: "STR-WAS" }),
    [".code (STR-WAS) must begin with NUC-"],
  ],
  "a group code of another framework": [
    (file) => Object.assign(file.frameworks[0]?.groups[0] ?? {}, { code: "G-STR-OBS" }),
    ["frameworks[0].groups[0].code (G-STR-OBS) must begin with G-CORE-"],
  ],
  "a prerequisite that does not exist": [
    (file) => requires(file, "CORE-VEN", "CORE-NOPE"),
    [
      `${venepuncture}.prerequisites.competencies[0] (CORE-VEN) asks for CORE-NOPE, which is not a competency`,
    ],
  ],
  "a prerequisite named twice": [
    (file) => requires(file, "CORE-VEN", "CORE-COM", "CORE-COM"),
    ["prerequisites.competencies[1] (CORE-VEN) names CORE-COM twice"],
  ],
  "a competency that asks for itself": [
    (file) => requires(file, "CORE-VEN", "CORE-VEN"),
    ["ask for themselves in a circle: CORE-VEN → CORE-VEN"],
  ],
  "three competencies that ask for each other": [
    (file) => {
      requires(file, "CORE-VEN", "CORE-CAP");
      requires(file, "CORE-CAP", "CORE-ECG");
      requires(file, "CORE-ECG", "CORE-VEN");
    },
    ["ask for themselves in a circle: CORE-VEN → CORE-CAP → CORE-ECG → CORE-VEN"],
  ],
  "a source that does not exist": [
    change("CORE-VEN", { sources: ["NOS132", "GOSSIP"] }),
    ["sources[1] (CORE-VEN) names GOSSIP, which is not a source"],
  ],
  "a profession that does not exist": [
    change("CORE-VEN", { signOffProfessions: ["wizard"] }),
    ["signOffProfessions[0] (CORE-VEN) names wizard, which is not a profession"],
  ],
  "direct and indirect practice that do not add up": [
    change("CORE-VEN", { supervisionLevels: { direct: 8, indirect: 1 } }),
    ["supervisionLevels (CORE-VEN) must add up to observationsRequired: 8 direct and 1 indirect are not 10"],
  ],
  "more days than performances": [
    change("CORE-VEN", { minDays: 11 }),
    ["minDays (CORE-VEN) must not exceed observationsRequired: 11 is more than 10"],
  ],
  "more observers than performances": [
    change("CORE-ECG", {
      observationsRequired: 1,
      minDays: 1,
      minObservers: 2,
      supervisionLevels: { direct: 1, indirect: 0 },
    }),
    ["minObservers (CORE-ECG) must not exceed observationsRequired: 2 is more than 1"],
  ],
  "more settings than performances": [
    change("CORE-CAP", { settings: ["ward", "clinic", "home", "theatre"] }),
    ["settings (CORE-CAP) each need a performance: 4 are more than the 3 required"],
  ],
  "high risk with one observer": [
    change("CORE-VEN", { minObservers: 1 }),
    ["minObservers (CORE-VEN) must be 2 for a high-risk competency"],
  ],
  "high risk on two days": [
    change("CORE-VEN", { minDays: 2 }),
    ["minDays (CORE-VEN) must be at least 3 for a high-risk competency"],
  ],
  "an IR(ME)R operator's task under indirect supervision": [
    change("NUC-INJ", {
      flags: { irmerOperator: true },
      observationsRequired: 5,
      supervisionLevels: { direct: 3, indirect: 2 },
    }),
    ["supervisionLevels.indirect (NUC-INJ) must be 0 for an IR(ME)R operator's task"],
  ],
  "a renewal by direct observation of nothing": [
    change("CORE-VEN", { renewal: { observations: 0, theory: true, kind: "direct-observation" } }),
    ["renewal.observations (CORE-VEN) must be at least 1 where renewal is by direct observation"],
  ],
  "a band that no assistant practitioner is in": [
    change("DN-ABP", { flags: { scopeByBand: { "7": { settings: ["home"] } } as object } }),
    ["flags.scopeByBand.7 (DN-ABP) is not a field of this format"],
  ],
  "a band's setting outside the competency's": [
    change("DN-ABP", { flags: { scopeByBand: { "4": { settings: ["clinic", "theatre"] } } } }),
    ["flags.scopeByBand.4.settings[1] (DN-ABP) allows theatre, which is not among its settings"],
  ],
  "no theory at all": [
    (file) => {
      competencyIn(file, "CORE-VEN").prerequisites.theory = [];
    },
    ["prerequisites.theory (CORE-VEN) must list at least 1"],
  ],
};

describe("the check names", () => {
  for (const [what, [spoil, expected]] of Object.entries(spoilings))
    test(what, () => {
      const faults = faultsAfter(spoil);
      for (const fault of expected) expect(faults).toContainEqual(expect.stringContaining(fault));
      if (!what.endsWith("twice")) expect(faults).toHaveLength(expected.length);
    });
});

test("all the faults above are named at once, with those of shape", () => {
  const file = catalogueCopy();
  requires(file, "STR-REG", "STR-REG");
  change("CORE-VEN", { minObservers: 1, minDays: 0, sources: ["GOSSIP", ""] })(file);
  change("CORE-ECG", { title: "", supervisionLevels: { direct: 1, indirect: 1 } })(file);
  Object.assign(competencyIn(file, "NUC-INJ"), { riskLevel: 4, signOffProfessions: ["wizard"] });
  file.notes = "none" as never;

  const faults = faultsOf(file);
  for (const expected of [
    "notes must be a list",
    "minDays (CORE-VEN) must be at least 1, not 0",
    "minObservers (CORE-VEN) must be 2 for a high-risk competency",
    "minDays (CORE-VEN) must be at least 3 for a high-risk competency",
    "sources[0] (CORE-VEN) names GOSSIP",
    "sources[1] (CORE-VEN) must not be empty",
    "title (CORE-ECG) must not be empty",
    "1 direct and 1 indirect are not 5",
    "riskLevel (NUC-INJ) must be low or medium or high, not 4",
    "signOffProfessions[0] (NUC-INJ) names wizard",
    "circle: STR-REG → STR-REG",
  ])
    expect(faults).toContainEqual(expect.stringContaining(expected));
});
