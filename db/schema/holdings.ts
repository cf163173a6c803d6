import { sql } from "drizzle-orm";
import { check, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { holdingEventKinds } from "@/lib/sign-off/holding/rules";
import {
  agreement,
  agreesWith,
  belongsTo,
  day,
  instant,
  oneOf,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
  word,
} from "./columns";
import { competencies, competencyVersions } from "./competencies";
import { signOffDecisions } from "./decisions";
import { staffMembers } from "./people";
import { signatures } from "./signatures";

/** The history of a signed-off competency. Its status on a date is computed from these. */
export const holdingEvents = pgTable(
  "holding_events",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    competencyId: uuid().notNull(),
    competencyVersionId: uuid().notNull(),
    kind: word(holdingEventKinds).notNull(),
    onDate: day().notNull(),
    /** Last valid day; set by what grants or renews. */
    expiresOn: day(),
    /** What the holder is limited to, in words: equipment, site, supervision. */
    scope: jsonb().notNull(),
    voidsEventId: uuid(),
    decisionId: uuid(),
    /** A reinstatement is signed for itself; a grant and a renewal by their decision. */
    signatureId: uuid(),
    reason: text(),
    incidentReference: text(),
    recordedById: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("holding_events_whose_key", table, table.id, table.staffId, table.competencyId),
    tenantUnique("holding_events_voids_key", table, table.voidsEventId),
    belongsTo("holding_events_staff_fk", table, table.staffId, staffMembers),
    belongsTo("holding_events_competency_fk", table, table.competencyId, competencies),
    belongsTo("holding_events_version_fk", table, table.competencyVersionId, competencyVersions),
    agreesWith(
      "holding_events_voids_whose_fk",
      table,
      [table.voidsEventId, table.staffId, table.competencyId],
      table,
      [table.id, table.staffId, table.competencyId],
    ),
    agreesWith(
      "holding_events_signature_fk",
      table,
      [table.signatureId, table.recordedById, table.staffId],
      signatures,
      [signatures.id, signatures.signerId, signatures.ownerId],
    ),
    agreesWith("holding_events_decision_fk", table, [table.decisionId, table.staffId], signOffDecisions, [
      signOffDecisions.id,
      signOffDecisions.ownerId,
    ]),
    belongsTo("holding_events_by_fk", table, table.recordedById, staffMembers),
    oneOf("holding_events_kind_ck", table.kind, holdingEventKinds),
    check("holding_events_not_self_ck", sql`${table.recordedById} <> ${table.staffId}`),
    check(
      "holding_events_grant_ck",
      sql`${table.kind} not in ('granted', 'renewed') or (${table.expiresOn} is not null and ${table.decisionId} is not null)`,
    ),
    check("holding_events_void_ck", sql`(${table.kind} = 'voided') = (${table.voidsEventId} is not null)`),
    check(
      "holding_events_signed_ck",
      sql`(${table.signatureId} is not null) = (${table.kind} = 'reinstated')`,
    ),
    tenantIndex("holding_events_staff_idx", table, table.staffId, table.competencyId),
    tenantIndex("holding_events_competency_idx", table, table.competencyId),
  ],
);
