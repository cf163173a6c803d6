import { z } from "zod";
import { isIsoDate } from "@/lib/platform/dates";
import { finalAssessments, riskLevels, settingKinds } from "../rules";

/** The format that this code reads; a file of another format is refused, not guessed at. */
const catalogueFormat = "countersign-catalogue/1";

/** Agenda for Change: trainees are band 3, assistant practitioners band 4. */
const scopeBands = ["3", "4"] as const;

const text = z.string().trim().min(1);
const list = <T extends z.ZodType>(item: T) => z.array(item);
const atLeastOne = <T extends z.ZodType>(item: T) => z.array(item).min(1);
const whole = (from: number, to: number) => z.int().min(from).max(to);
const oneOf = (...values: number[]) => z.literal(values);
const shaped = (pattern: RegExp, problem: string) => z.string().regex(pattern, problem);

const frameworkCode = shaped(/^[A-Z]{2,8}$/, "must be 2 to 8 capital letters");
const groupCode = shaped(/^G-[A-Z]+-[A-Z0-9]+$/, "must look like G-NUC-QC");
const competencyCode = shaped(/^[A-Z]{2,8}(-[A-Z0-9]{2,8})+$/, "must look like NUC-QC-DAY");
const kebab = shaped(/^[a-z]+(-[a-z]+)*$/, "must be lower-case words joined by hyphens");
// A link is shown on screen: nothing but the web and the two seed documents may stand in it.
const sourceUrl = shaped(/^(https?:\/\/\S+|seeds\/[\w.]+)$/, "must be a web address or a path in seeds/");

const scope = z.strictObject({
  settings: atLeastOne(z.enum(settingKinds)),
  supervision: z.literal("direct").optional(),
});

const flags = z.strictObject({
  irmerOperator: z.literal(true).optional(),
  scopeExtension: z.literal(true).optional(),
  equipmentSpecific: z.literal(true).optional(),
  patientSpecific: z.literal(true).optional(),
  procedureSpecific: z.literal(true).optional(),
  supervision: z.literal("direct").optional(),
  assessorLevelAtLeast: whole(1, 5).optional(),
  scopeByBand: z.partialRecord(z.enum(scopeBands), scope).optional(),
});

const competency = z.strictObject({
  code: competencyCode,
  title: text,
  description: text,
  prerequisites: z.strictObject({ theory: atLeastOne(text), competencies: list(text) }),
  observationsRequired: whole(1, 20),
  minObservers: whole(1, 2),
  minDays: whole(1, 20),
  settings: list(z.enum(settingKinds)),
  supervisionLevels: z.strictObject({ direct: whole(1, 20), indirect: whole(0, 10) }),
  failedObservationResets: z.boolean(),
  finalAssessment: z.enum(finalAssessments),
  simulationFirst: z.boolean(),
  reassessMonths: oneOf(12, 24, 36),
  noticeDays: oneOf(60, 90),
  renewal: z.strictObject({ observations: whole(0, 3), theory: z.boolean(), kind: z.enum(finalAssessments) }),
  riskLevel: z.enum(riskLevels),
  signOffRequiresRegisteredProfessional: z.literal(true),
  signOffProfessions: atLeastOne(text),
  nos: list(shaped(/^SFH[A-Za-z]+\d+$/, "must look like SFHCHS132")),
  flags,
  valuesBasis: z.literal("product-default"),
  sources: atLeastOne(text),
});

const group = z.strictObject({ code: groupCode, title: text, competencies: atLeastOne(competency) });

const framework = z.strictObject({
  code: frameworkCode,
  title: text,
  description: text,
  fromSeed: z.boolean(),
  groups: atLeastOne(group),
});

const field = z.strictObject({
  meaning: text,
  unit: text,
  range: z.tuple([z.int(), z.int()]).optional(),
  values: atLeastOne(z.union([z.string(), z.int()])).optional(),
  basis: z.literal("product-default").optional(),
});

/** The reference catalogue as its file states it: the shape, ranges and values of each field. */
export const catalogueSchema = z.strictObject({
  schema: z.literal(catalogueFormat),
  generated: z.string().refine(isIsoDate, "must be a date such as 2026-05-14"),
  status: text,
  notes: list(text),
  fields: z.record(z.string(), field),
  professions: atLeastOne(
    z.strictObject({
      code: shaped(/^[A-Z]+$/, "must be capital letters"),
      name: kebab,
      regulator: z.enum(["NMC", "HCPC", "GMC", "GPhC", "SWE"]),
    }),
  ),
  sources: atLeastOne(
    z.strictObject({
      key: shaped(/^[A-Z0-9_]+$/, "must be capital letters, digits and underscores"),
      kind: text,
      url: sourceUrl.nullable(),
    }),
  ),
  frameworks: atLeastOne(framework),
});

export type Catalogue = z.infer<typeof catalogueSchema>;
export type CatalogueFramework = Catalogue["frameworks"][number];
type CatalogueGroup = CatalogueFramework["groups"][number];
export type CatalogueCompetency = CatalogueGroup["competencies"][number];
