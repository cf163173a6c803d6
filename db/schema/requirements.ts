import { sql } from "drizzle-orm";
import { check, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { requirementKinds } from "@/lib/competencies/rules";
import { shiftPatterns } from "@/lib/people/rules";
import {
  belongsTo,
  datedFact,
  datedFactRules,
  oneOf,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  word,
} from "./columns";
import { competencies } from "./competencies";
import { frameworks } from "./frameworks";
import { jobRoles, staffMembers } from "./people";
import { teams } from "./places";

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
