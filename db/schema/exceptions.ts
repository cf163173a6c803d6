import { sql } from "drizzle-orm";
import { check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import {
  agreement,
  belongsTo,
  datedFact,
  datedFactRules,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
} from "./columns";
import { competencies } from "./competencies";
import { staffMembers } from "./people";

/** A small team has no second observer: the clinical lead allows the only one to sign, until a date. */
export const observerExceptions = pgTable(
  "observer_exceptions",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    competencyId: uuid().notNull(),
    reason: text().notNull(),
    /** Who allowed it, whoever shortens it later. */
    approvedById: uuid().notNull(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("observer_exceptions_whose_key", table, table.id, table.staffId),
    belongsTo("observer_exceptions_staff_fk", table, table.staffId, staffMembers),
    belongsTo("observer_exceptions_competency_fk", table, table.competencyId, competencies),
    belongsTo("observer_exceptions_approver_fk", table, table.approvedById, staffMembers),
    check("observer_exceptions_not_self_ck", sql`${table.recordedById} <> ${table.staffId}`),
    check("observer_exceptions_not_own_ck", sql`${table.approvedById} <> ${table.staffId}`),
    check("observer_exceptions_until_ck", sql`${table.validUntil} is not null`),
    tenantIndex("observer_exceptions_staff_idx", table, table.staffId, table.competencyId),
    ...datedFactRules("observer_exceptions", table),
  ],
);
