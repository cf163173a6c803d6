import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { outcomes } from "@/lib/sign-off/workflow";
import {
  agreement,
  agreesWith,
  belongsTo,
  instant,
  oneOf,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
  word,
} from "./columns";
import { practices } from "./evidence";
import { staffMembers } from "./people";
import { signOffRequests } from "./requests";
import { signatures } from "./signatures";

export const signOffDecisions = pgTable(
  "sign_off_decisions",
  {
    ...tenantKey(),
    requestId: uuid().notNull(),
    round: integer().notNull(),
    ownerId: uuid().notNull(),
    decidedById: uuid().notNull(),
    outcome: word(outcomes).notNull(),
    /** What is missing (return) or why (decline). */
    reason: text(),
    /** The final assessment: the practice that the signer confirmed themselves, or their note. */
    assessmentPracticeId: uuid(),
    assessmentNote: text(),
    signatureId: uuid().notNull(),
    decidedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("sign_off_decisions_round_key", table, table.requestId, table.round),
    agreement("sign_off_decisions_whose_key", table, table.id, table.ownerId),
    agreesWith("sign_off_decisions_request_fk", table, [table.requestId, table.ownerId], signOffRequests, [
      signOffRequests.id,
      signOffRequests.staffId,
    ]),
    belongsTo("sign_off_decisions_owner_fk", table, table.ownerId, staffMembers),
    belongsTo("sign_off_decisions_by_fk", table, table.decidedById, staffMembers),
    agreesWith(
      "sign_off_decisions_practice_whose_fk",
      table,
      [table.assessmentPracticeId, table.ownerId, table.decidedById],
      practices,
      [practices.id, practices.staffId, practices.observerId],
    ),
    agreesWith(
      "sign_off_decisions_signature_fk",
      table,
      [table.signatureId, table.decidedById, table.ownerId],
      signatures,
      [signatures.id, signatures.signerId, signatures.ownerId],
    ),
    oneOf("sign_off_decisions_outcome_ck", table.outcome, outcomes),
    check("sign_off_decisions_not_self_ck", sql`${table.decidedById} <> ${table.ownerId}`),
    check("sign_off_decisions_reason_ck", sql`${table.outcome} = 'approve' or ${table.reason} is not null`),
    check(
      "sign_off_decisions_assessment_ck",
      sql`${table.outcome} <> 'approve' or ${table.assessmentPracticeId} is not null or ${table.assessmentNote} is not null`,
    ),
  ],
);
