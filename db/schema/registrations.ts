import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { registrationBodies, registrationOutcomes } from "@/lib/people/rules";
import {
  belongsTo,
  datedFact,
  datedFactRules,
  day,
  oneOf,
  recorded,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  word,
} from "./columns";
import { staffMembers } from "./people";

/** A staff member's entry on a professional register. A valid number format is never proof. */
export const registrations = pgTable(
  "registrations",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    body: word(registrationBodies).notNull(),
    profession: text().notNull(),
    number: text().notNull(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("registrations_staff_fk", table, table.staffId, staffMembers),
    oneOf("registrations_body_ck", table.body, registrationBodies),
    tenantIndex("registrations_staff_idx", table, table.staffId),
    ...datedFactRules("registrations", table),
  ],
);

/** Somebody looked at the public register: what they found, and until when it holds. */
export const registrationChecks = pgTable(
  "registration_checks",
  {
    ...tenantKey(),
    registrationId: uuid().notNull(),
    outcome: word(registrationOutcomes).notNull(),
    checkedOn: day().notNull(),
    effectiveOn: day().notNull(),
    /** The last day on which this check still counts: the register's own expiry. */
    nextCheckDueOn: day().notNull(),
    conditions: text(),
    ...recorded(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("registration_checks_registration_fk", table, table.registrationId, registrations),
    oneOf("registration_checks_outcome_ck", table.outcome, registrationOutcomes),
    tenantIndex("registration_checks_registration_idx", table, table.registrationId),
  ],
);

/** A lead has recorded, dated, that the conditions found by one check do not bear on assessing. */
export const conditionClearances = pgTable(
  "condition_clearances",
  { ...tenantKey(), registrationCheckId: uuid().notNull(), reason: text().notNull(), ...datedFact() },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("condition_clearances_check_fk", table, table.registrationCheckId, registrationChecks),
    tenantIndex("condition_clearances_check_idx", table, table.registrationCheckId),
    ...datedFactRules("condition_clearances", table),
  ],
);
