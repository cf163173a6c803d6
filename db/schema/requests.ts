import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { requestStates, requestSteps } from "@/lib/sign-off/workflow";
import {
  agreement,
  belongsTo,
  instant,
  oneOf,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
  word,
} from "./columns";
import { competencies, competencyVersions } from "./competencies";
import { staffMembers } from "./people";

/** A request for sign-off: the one record with a mutable state; every change of it is a step. */
export const signOffRequests = pgTable(
  "sign_off_requests",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    competencyId: uuid().notNull(),
    competencyVersionId: uuid().notNull(),
    state: word(requestStates).notNull(),
    /** Rises by one with every change: a writer who saw another version is refused. */
    version: integer().notNull(),
    round: integer().notNull(),
    addressedToId: uuid().notNull(),
    /** Since when it waits in its present state. */
    stateSince: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("sign_off_requests_owner_key", table, table.id, table.staffId),
    belongsTo("sign_off_requests_staff_fk", table, table.staffId, staffMembers),
    belongsTo("sign_off_requests_competency_fk", table, table.competencyId, competencies),
    belongsTo("sign_off_requests_version_fk", table, table.competencyVersionId, competencyVersions),
    belongsTo("sign_off_requests_addressed_fk", table, table.addressedToId, staffMembers),
    oneOf("sign_off_requests_state_ck", table.state, requestStates),
    check("sign_off_requests_not_self_ck", sql`${table.addressedToId} <> ${table.staffId}`),
    uniqueIndex("sign_off_requests_open_key")
      .on(table.trustId, table.staffId, table.competencyId)
      .where(sql`${table.state} in ('draft', 'submitted', 'returned')`),
    tenantIndex("sign_off_requests_queue_idx", table, table.addressedToId, table.state),
    tenantIndex("sign_off_requests_staff_idx", table, table.staffId, table.competencyId),
  ],
);

/** What happened to a request, step by step. */
export const signOffSteps = pgTable(
  "sign_off_steps",
  {
    ...tenantKey(),
    requestId: uuid().notNull(),
    number: integer().notNull(),
    round: integer().notNull(),
    step: word(requestSteps).notNull(),
    fromState: text(),
    toState: word(requestStates).notNull(),
    takenById: uuid().notNull(),
    addressedToId: uuid().notNull(),
    note: text(),
    takenAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("sign_off_steps_number_key", table, table.requestId, table.number),
    belongsTo("sign_off_steps_request_fk", table, table.requestId, signOffRequests),
    belongsTo("sign_off_steps_by_fk", table, table.takenById, staffMembers),
    belongsTo("sign_off_steps_addressed_fk", table, table.addressedToId, staffMembers),
    oneOf("sign_off_steps_step_ck", table.step, requestSteps),
    oneOf("sign_off_steps_state_ck", table.toState, requestStates),
  ],
);
