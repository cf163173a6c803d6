import { expect, test } from "vitest";
import { toAdoption } from "@/lib/competencies/catalogue/adoption";
import { practiceRuleFaults } from "@/lib/competencies/rules";
import { catalogueCopy } from "./catalogue-copy";

const adoptions = catalogueCopy().frameworks.map(toAdoption);
const adopted = (code: string) => {
  const all = adoptions.flatMap(({ competencies }) => competencies);
  const found = all.find((competency) => competency.code === code);
  if (!found) throw new Error(`no ${code} among the adopted competencies`);
  return found;
};

test("a framework keeps its groups and competencies in their order", () => {
  const nuclear = adoptions.find(({ code }) => code === "NUC");
  expect(nuclear?.groups).toEqual([
    { code: "G-NUC-QC", title: expect.any(String), position: 0 },
    { code: "G-NUC-IMG", title: expect.any(String), position: 1 },
    { code: "G-NUC-RAD", title: expect.any(String), position: 2 },
  ]);
  expect(nuclear?.competencies.map(({ position }) => position)).toEqual(
    nuclear?.competencies.map((_, i) => i),
  );
});

test("every competency belongs to a group of its framework", () => {
  for (const { groups, competencies } of adoptions)
    for (const { groupCode } of competencies) expect(groups.map(({ code }) => code)).toContain(groupCode);
});

test("a practice rule is adopted in the words of the code", () => {
  expect(adopted("CORE-VEN")).toMatchObject({
    groupCode: "G-CORE-OBS",
    performancesRequired: 10,
    minObservers: 2,
    minDays: 3,
    settingKinds: [],
    directRequired: 8,
    indirectRequired: 2,
    stoppedResets: false,
    simulationFirst: true,
    directOnly: false,
    needsEntitlement: false,
    finalAssessment: "direct-observation",
    riskLevel: "high",
    reassessMonths: 24,
    noticeDays: 90,
    renewal: { performances: 3, theory: true, kind: "direct-observation" },
    theory: [
      "Venepuncture theory",
      "Sharps and blood-borne viruses",
      "Aseptic technique",
      "Consent and mental capacity",
    ],
    prerequisiteCodes: [],
    holderSupervision: null,
    assessorLevelAtLeast: null,
    scopeByBand: null,
    nos: ["SFHCHS132"],
    basis: "product-default",
  });
});

test("an IR(ME)R operator's task needs entitlement and is practised under direct supervision only", () => {
  expect(adopted("RAD-FLX")).toMatchObject({
    directOnly: true,
    needsEntitlement: true,
    needsScopeExtension: true,
    equipmentSpecific: true,
    holderSupervision: "direct",
    indirectRequired: 0,
  });
});

test("scope by band is adopted with its settings and supervision", () => {
  expect(adopted("DN-ABP")).toMatchObject({
    assessorLevelAtLeast: 4,
    scopeByBand: {
      "3": { settingKinds: ["clinic"], supervision: "direct" },
      "4": { settingKinds: ["clinic", "home"], supervision: null },
    },
  });
});

test("every adopted practice rule can be met and is heavy enough for its risk", () => {
  for (const rule of adoptions.flatMap(({ competencies }) => competencies))
    expect(practiceRuleFaults(rule, rule.riskLevel), rule.code).toEqual([]);
});
