import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { supervisionLevels } from "@/lib/competencies/rules";
import { practiceOutcomes } from "@/lib/evidence/rules";
import {
  agreement,
  agreesWith,
  belongsTo,
  day,
  instant,
  oneOf,
  recorded,
  superseding,
  supersedingRules,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
  word,
} from "./columns";
import { competencies, competencyVersions, theoryItems } from "./competencies";
import { staffMembers } from "./people";
import { equipment, settings } from "./places";

/** Performances of one competency on one day. Before it is confirmed, a correction supersedes it. */
export const practices = pgTable(
  "practices",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    competencyId: uuid().notNull(),
    competencyVersionId: uuid().notNull(),
    performedOn: day().notNull(),
    settingId: uuid().notNull(),
    equipmentId: uuid(),
    supervision: word(supervisionLevels).notNull(),
    performances: integer().notNull(),
    simulated: boolean().notNull(),
    /** A draft may leave it open. */
    outcome: word(practiceOutcomes),
    observerId: uuid().notNull(),
    note: text(),
    /** Reference of the incident report; the report itself is kept elsewhere. */
    incidentReference: text(),
    /** False while it is a draft. */
    submitted: boolean().notNull(),
    ...recorded(),
    ...superseding(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("practices_whose_key", table, table.id, table.staffId, table.observerId),
    belongsTo("practices_staff_fk", table, table.staffId, staffMembers),
    belongsTo("practices_competency_fk", table, table.competencyId, competencies),
    belongsTo("practices_version_fk", table, table.competencyVersionId, competencyVersions),
    belongsTo("practices_setting_fk", table, table.settingId, settings),
    belongsTo("practices_equipment_fk", table, table.equipmentId, equipment),
    belongsTo("practices_observer_fk", table, table.observerId, staffMembers),
    oneOf("practices_supervision_ck", table.supervision, supervisionLevels),
    oneOf("practices_outcome_ck", table.outcome, practiceOutcomes),
    check("practices_submitted_outcome_ck", sql`${table.outcome} is not null or not ${table.submitted}`),
    check("practices_performances_ck", sql`${table.performances} between 1 and 50`),
    check("practices_observer_ck", sql`${table.observerId} <> ${table.staffId}`),
    tenantIndex("practices_staff_idx", table, table.staffId, table.competencyId),
    tenantIndex("practices_observer_idx", table, table.observerId),
    tenantIndex("practices_equipment_idx", table, table.competencyId, table.equipmentId).where(
      sql`${table.equipmentId} is not null`,
    ),
    ...supersedingRules("practices", table),
  ],
);

export const practiceAnswers = ["confirmed", "not-confirmed"] as const;

/** The observer's answer: one a practice, ever. */
export const practiceResponses = pgTable(
  "practice_responses",
  {
    ...tenantKey(),
    practiceId: uuid().notNull(),
    staffId: uuid().notNull(),
    respondedById: uuid().notNull(),
    answer: word(practiceAnswers).notNull(),
    reason: text(),
    /** Given after the trust's limit had passed. */
    late: boolean().notNull(),
    /** The observer's registrations as they stood. */
    registrations: jsonb().notNull(),
    respondedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("practice_responses_practice_key", table, table.practiceId),
    agreesWith(
      "practice_responses_practice_fk",
      table,
      [table.practiceId, table.staffId, table.respondedById],
      practices,
      [practices.id, practices.staffId, practices.observerId],
    ),
    belongsTo("practice_responses_staff_fk", table, table.staffId, staffMembers),
    belongsTo("practice_responses_by_fk", table, table.respondedById, staffMembers),
    oneOf("practice_responses_answer_ck", table.answer, practiceAnswers),
    check("practice_responses_not_self_ck", sql`${table.respondedById} <> ${table.staffId}`),
    check("practice_responses_reason_ck", sql`${table.answer} = 'confirmed' or ${table.reason} is not null`),
  ],
);

/** A practice is withdrawn: by its owner before an answer, by its observer or the lead afterwards. */
export const practiceWithdrawals = pgTable(
  "practice_withdrawals",
  {
    ...tenantKey(),
    practiceId: uuid().notNull(),
    withdrawnById: uuid().notNull(),
    reason: text(),
    withdrawnAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("practice_withdrawals_practice_key", table, table.practiceId),
    belongsTo("practice_withdrawals_practice_fk", table, table.practiceId, practices),
    belongsTo("practice_withdrawals_by_fk", table, table.withdrawnById, staffMembers),
  ],
);

/** The practitioner's own remark on a practice that can no longer change. */
export const practiceComments = pgTable(
  "practice_comments",
  { ...tenantKey(), practiceId: uuid().notNull(), text: text().notNull(), ...recorded() },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("practice_comments_practice_fk", table, table.practiceId, practices),
    belongsTo("practice_comments_by_fk", table, table.recordedById, staffMembers),
    tenantIndex("practice_comments_practice_idx", table, table.practiceId),
  ],
);

/** A theory item was passed, as confirmed by somebody other than the person. */
export const theoryCompletions = pgTable(
  "theory_completions",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    theoryItemId: uuid().notNull(),
    completedOn: day().notNull(),
    ...recorded(),
    ...superseding(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("theory_completions_staff_fk", table, table.staffId, staffMembers),
    belongsTo("theory_completions_item_fk", table, table.theoryItemId, theoryItems),
    check("theory_completions_not_self_ck", sql`${table.recordedById} <> ${table.staffId}`),
    tenantIndex("theory_completions_staff_idx", table, table.staffId, table.theoryItemId),
    ...supersedingRules("theory_completions", table),
  ],
);
