import { integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes } from "./accounts";
import { instant } from "./columns";

/** The end of each record's chain. Written by `audit_append` and `audit_seal` alone. */
export const auditHeads = pgTable(
  "audit_heads",
  {
    trustId: uuid().notNull(),
    stream: text().notNull(),
    seq: integer().notNull(),
    hash: bytes().notNull(),
    sealedSeq: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.trustId, table.stream] })],
);

/** One chained entry. No foreign keys: it outlives what it tells of. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    trustId: uuid().notNull(),
    stream: text().notNull(),
    seq: integer().notNull(),
    prevHash: bytes().notNull(),
    hash: bytes().notNull(),
    /** The canonical text that was hashed. */
    entry: text().notNull(),
    action: text().notNull(),
    actorId: uuid(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.trustId, table.stream, table.seq] }),
    uniqueIndex("audit_entries_prev_key").on(table.trustId, table.stream, table.prevHash),
  ],
);

/** The salts of hashed field values, kept apart so that erasure can delete them. */
export const auditSalts = pgTable(
  "audit_salts",
  { trustId: uuid().notNull(), stream: text().notNull(), seq: integer().notNull(), salt: bytes().notNull() },
  (table) => [primaryKey({ columns: [table.trustId, table.stream, table.seq] })],
);

/** A signed Merkle root over the entries sealed since the checkpoint before; also kept outside the database. */
export const auditCheckpoints = pgTable(
  "audit_checkpoints",
  {
    trustId: uuid().notNull(),
    number: integer().notNull(),
    size: integer().notNull(),
    root: bytes().notNull(),
    previousHash: bytes().notNull(),
    hash: bytes().notNull(),
    signature: bytes().notNull(),
    keyId: text().notNull(),
    sealedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.trustId, table.number] })],
);

/** Which entries a checkpoint covers, in the order of its tree: every entry exactly once. */
export const auditLeaves = pgTable(
  "audit_leaves",
  {
    trustId: uuid().notNull(),
    checkpoint: integer().notNull(),
    position: integer().notNull(),
    stream: text().notNull(),
    seq: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.trustId, table.checkpoint, table.position] }),
    uniqueIndex("audit_leaves_entry_key").on(table.trustId, table.stream, table.seq),
  ],
);
