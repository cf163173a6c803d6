import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { finalAssessments, riskLevels, settingKinds } from "@/lib/competencies/rules";
import {
  allOf,
  belongsTo,
  oneOf,
  recorded,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
  word,
} from "./columns";
import { competencyGroups, frameworks, frameworkVersions } from "./frameworks";

/** A competency keeps its identity across versions. */
export const competencies = pgTable(
  "competencies",
  { ...tenantKey(), frameworkId: uuid().notNull(), code: text().notNull(), ...recorded() },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("competencies_framework_fk", table, table.frameworkId, frameworks),
    tenantUnique("competencies_code_key", table, table.code),
  ],
);

/** A competency's text and rules in one framework version. */
export const competencyVersions = pgTable(
  "competency_versions",
  {
    ...tenantKey(),
    competencyId: uuid().notNull(),
    frameworkVersionId: uuid().notNull(),
    groupId: uuid().notNull(),
    position: integer().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    riskLevel: word(riskLevels).notNull(),
    performancesRequired: integer().notNull(),
    minObservers: integer().notNull(),
    minDays: integer().notNull(),
    directRequired: integer().notNull(),
    indirectRequired: integer().notNull(),
    settingKinds: text({ enum: settingKinds }).array().notNull(),
    stoppedResets: boolean().notNull(),
    simulationFirst: boolean().notNull(),
    directOnly: boolean().notNull(),
    equipmentSpecific: boolean().notNull(),
    finalAssessment: word(finalAssessments).notNull(),
    signerProfessions: text().array().notNull(),
    reassessMonths: integer().notNull(),
    noticeDays: integer().notNull(),
    renewalPerformances: integer().notNull(),
    renewalTheory: boolean().notNull(),
    renewalAssessment: word(finalAssessments).notNull(),
    /** An IR(ME)R operator task: counts only with the employer's entitlement. */
    needsEntitlement: boolean().notNull(),
    needsScopeExtension: boolean().notNull(),
    patientSpecific: boolean().notNull(),
    procedureSpecific: boolean().notNull(),
    /** "direct": holders still practise only with a registered professional beside them. */
    holderSupervision: text(),
    assessorLevelAtLeast: integer(),
    scopeByBand: jsonb(),
    nos: text().array().notNull(),
    sources: text().array().notNull(),
    basis: text().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("competency_versions_competency_fk", table, table.competencyId, competencies),
    belongsTo("competency_versions_version_fk", table, table.frameworkVersionId, frameworkVersions),
    belongsTo("competency_versions_group_fk", table, table.groupId, competencyGroups),
    tenantUnique("competency_versions_key", table, table.competencyId, table.frameworkVersionId),
    oneOf("competency_versions_risk_ck", table.riskLevel, riskLevels),
    oneOf("competency_versions_assessment_ck", table.finalAssessment, finalAssessments),
    oneOf("competency_versions_renewal_ck", table.renewalAssessment, finalAssessments),
    allOf("competency_versions_settings_ck", table.settingKinds, settingKinds),
    check(
      "competency_versions_practice_ck",
      sql`${table.directRequired} + ${table.indirectRequired} = ${table.performancesRequired} and ${table.minDays} <= ${table.performancesRequired}`,
    ),
  ],
);

/** E-learning or a written assessment that comes before practice. The same name is the same item everywhere. */
export const theoryItems = pgTable(
  "theory_items",
  { ...tenantKey(), name: text().notNull(), ...recorded() },
  (table) => [tenantPrimaryKey(table), tenantUnique("theory_items_name_key", table, table.name)],
);

export const competencyVersionTheory = pgTable(
  "competency_version_theory",
  {
    trustId: uuid().notNull(),
    competencyVersionId: uuid().notNull(),
    theoryItemId: uuid().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({
      name: "competency_version_theory_pk",
      columns: [table.trustId, table.competencyVersionId, table.theoryItemId],
    }),
    belongsTo("competency_version_theory_version_fk", table, table.competencyVersionId, competencyVersions),
    belongsTo("competency_version_theory_item_fk", table, table.theoryItemId, theoryItems),
  ],
);

/** Competencies that must be held and in date when this one is signed off. */
export const competencyVersionPrerequisites = pgTable(
  "competency_version_prerequisites",
  {
    trustId: uuid().notNull(),
    competencyVersionId: uuid().notNull(),
    prerequisiteId: uuid().notNull(),
  },
  (table) => [
    primaryKey({
      name: "competency_version_prerequisites_pk",
      columns: [table.trustId, table.competencyVersionId, table.prerequisiteId],
    }),
    belongsTo(
      "competency_version_prerequisites_version_fk",
      table,
      table.competencyVersionId,
      competencyVersions,
    ),
    belongsTo("competency_version_prerequisites_competency_fk", table, table.prerequisiteId, competencies),
  ],
);
