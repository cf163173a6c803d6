import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytes, trusts } from "./accounts";
import {
  agreement,
  agreesWith,
  belongsTo,
  instant,
  oneOf,
  tenantKey,
  tenantPrimaryKey,
  word,
} from "./columns";
import { observerExceptions } from "./exceptions";
import { staffMembers } from "./people";

export const proofMethods = ["password", "demonstration"] as const;

/** One fresh proof of identity, and what it was given for. A bulk declaration is one event over one hash. */
export const signingEvents = pgTable(
  "signing_events",
  {
    ...tenantKey(),
    signerId: uuid().notNull(),
    method: word(proofMethods).notNull(),
    provedAt: instant().notNull(),
    declarationHash: bytes().notNull(),
    signedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("signing_events_whose_key", table, table.id, table.signerId),
    belongsTo("signing_events_signer_fk", table, table.signerId, staffMembers),
    oneOf("signing_events_method_ck", table.method, proofMethods),
    check(
      "signing_events_fresh_ck",
      sql`${table.signedAt} between ${table.provedAt} and ${table.provedAt} + interval '5 minutes'`,
    ),
  ],
);

/** Who signed, in which capacity and registration on that day, what was shown, and what it means. */
export const signatures = pgTable(
  "signatures",
  {
    ...tenantKey(),
    signingEventId: uuid().notNull(),
    signerId: uuid().notNull(),
    ownerId: uuid().notNull(),
    signerName: text().notNull(),
    capacity: text().notNull(),
    /** The registration relied on, as it stood: body, profession, number, standing, check. */
    registration: jsonb().notNull(),
    meaning: text().notNull(),
    shownSchema: integer().notNull(),
    /** Canonical text of exactly what was on the page. */
    shown: text().notNull(),
    shownHash: bytes().notNull(),
    /** Printed on the signature where the only observer signed, see rule 4. */
    exceptionId: uuid(),
    demonstration: boolean().notNull(),
    trustIsDemo: boolean().notNull(),
    signedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("signatures_whose_key", table, table.id, table.signerId, table.ownerId),
    agreesWith("signatures_event_fk", table, [table.signingEventId, table.signerId], signingEvents, [
      signingEvents.id,
      signingEvents.signerId,
    ]),
    belongsTo("signatures_signer_fk", table, table.signerId, staffMembers),
    belongsTo("signatures_owner_fk", table, table.ownerId, staffMembers),
    agreesWith(
      "signatures_exception_whose_fk",
      table,
      [table.exceptionId, table.ownerId],
      observerExceptions,
      [observerExceptions.id, observerExceptions.staffId],
    ),
    foreignKey({
      name: "signatures_trust_fk",
      columns: [table.trustId, table.trustIsDemo],
      foreignColumns: [trusts.id, trusts.isDemo],
    }),
    check("signatures_not_self_ck", sql`${table.signerId} <> ${table.ownerId}`),
    check("signatures_demonstration_ck", sql`${table.trustIsDemo} = ${table.demonstration}`),
    check("signatures_hash_ck", sql`${table.shownHash} = sha256(convert_to(${table.shown}, 'UTF8'))`),
  ],
);
