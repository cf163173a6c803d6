import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes } from "./accounts";
import { belongsTo, instant, tenantIndex, tenantKey, tenantPrimaryKey } from "./columns";
import { staffMembers } from "./people";

/** Once means once: the answer given to a form's key, and the hash of the body it came with. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    trustId: uuid().notNull(),
    staffId: uuid().notNull(),
    action: text().notNull(),
    key: uuid().notNull(),
    bodyHash: bytes().notNull(),
    result: jsonb().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.trustId, table.staffId, table.action, table.key] }),
    belongsTo("idempotency_keys_staff_fk", table, table.staffId, staffMembers),
  ],
);

/** What is to leave the system, written with the change it tells of and sent afterwards, at least once. */
export const outbox = pgTable(
  "outbox",
  {
    ...tenantKey(),
    kind: text().notNull(),
    toStaffId: uuid().notNull(),
    /** Identifiers only; the sentences are made when it is sent. */
    payload: jsonb().notNull(),
    createdAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    sentAt: instant(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("outbox_to_fk", table, table.toStaffId, staffMembers),
    tenantIndex("outbox_unsent_idx", table, table.sentAt),
  ],
);
