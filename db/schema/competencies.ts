import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { finalAssessments, requirementKinds, riskLevels, settingKinds } from "@/lib/competencies/rules";
import { shiftPatterns } from "@/lib/people/rules";
import {
  allOf,
  belongsTo,
  datedFact,
  datedFactRules,
  instant,
  oneOf,
  recorded,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
  word,
} from "./columns";
import { jobRoles, staffMembers, teams } from "./people";

/** The frameworks that the product ships. A trust adopts a copy; nothing of a trust refers to these rows. */
export const referenceFrameworks = pgTable(
  "reference_frameworks",
  {
    code: text().notNull(),
    /** The catalogue's own date. */
    edition: text().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    competencyCount: integer().notNull(),
    content: jsonb().notNull(),
    loadedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.edition] })],
);

export const frameworks = pgTable(
  "frameworks",
  {
    ...tenantKey(),
    code: text().notNull(),
    /** Provenance: the reference framework and edition it was copied from. */
    originCode: text(),
    originEdition: text(),
    ...recorded(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("frameworks_code_key", table, table.code),
    belongsTo("frameworks_recorded_by_fk", table, table.recordedById, staffMembers),
  ],
);

/** A published version of a framework, in force from a day. It never changes. */
export const frameworkVersions = pgTable(
  "framework_versions",
  {
    ...tenantKey(),
    frameworkId: uuid().notNull(),
    number: integer().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    /** Its numbers are product defaults that nobody has reviewed clinically yet. */
    productDefaults: boolean().notNull(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("framework_versions_framework_fk", table, table.frameworkId, frameworks),
    tenantIndex("framework_versions_framework_idx", table, table.frameworkId, table.number),
    ...datedFactRules("framework_versions", table),
  ],
);

export const competencyGroups = pgTable(
  "competency_groups",
  {
    ...tenantKey(),
    frameworkVersionId: uuid().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("competency_groups_version_fk", table, table.frameworkVersionId, frameworkVersions),
    tenantUnique("competency_groups_code_key", table, table.frameworkVersionId, table.code),
  ],
);

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

/** What a team asks of a job role. `dueDays` after start; 0 is induction, due from day one. */
export const requirements = pgTable(
  "requirements",
  {
    ...tenantKey(),
    teamId: uuid().notNull(),
    jobRoleId: uuid().notNull(),
    competencyId: uuid().notNull(),
    kind: word(requirementKinds).notNull(),
    dueDays: integer().notNull(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("requirements_team_fk", table, table.teamId, teams),
    belongsTo("requirements_job_role_fk", table, table.jobRoleId, jobRoles),
    belongsTo("requirements_competency_fk", table, table.competencyId, competencies),
    oneOf("requirements_kind_ck", table.kind, requirementKinds),
    check("requirements_due_ck", sql`${table.dueDays} >= 0`),
    tenantIndex("requirements_team_idx", table, table.teamId),
    ...datedFactRules("requirements", table),
  ],
);

/** How many current holders of a competency a team needs, per shift pattern. */
export const covers = pgTable(
  "covers",
  {
    ...tenantKey(),
    teamId: uuid().notNull(),
    competencyId: uuid().notNull(),
    shiftPattern: word(shiftPatterns).notNull(),
    minimum: integer().notNull(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("covers_team_fk", table, table.teamId, teams),
    belongsTo("covers_competency_fk", table, table.competencyId, competencies),
    oneOf("covers_shift_ck", table.shiftPattern, shiftPatterns),
    check("covers_minimum_ck", sql`${table.minimum} > 0`),
    tenantIndex("covers_team_idx", table, table.teamId),
    ...datedFactRules("covers", table),
  ],
);

/** The education lead approves a staff member as assessor, for a framework or one competency. */
export const assessorApprovals = pgTable(
  "assessor_approvals",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    frameworkId: uuid(),
    competencyId: uuid(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("assessor_approvals_staff_fk", table, table.staffId, staffMembers),
    belongsTo("assessor_approvals_framework_fk", table, table.frameworkId, frameworks),
    belongsTo("assessor_approvals_competency_fk", table, table.competencyId, competencies),
    check(
      "assessor_approvals_scope_ck",
      sql`(${table.frameworkId} is null) <> (${table.competencyId} is null)`,
    ),
    check("assessor_approvals_not_self_ck", sql`${table.staffId} <> ${table.recordedById}`),
    tenantIndex("assessor_approvals_staff_idx", table, table.staffId),
    ...datedFactRules("assessor_approvals", table),
  ],
);
