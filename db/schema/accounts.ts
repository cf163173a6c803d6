import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Bytes, such as a SHA-256. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** The tenant: an employer with an ODS code. Global, so that a trust can be found by its address. */
export const trusts = pgTable(
  "trusts",
  {
    id: uuid().primaryKey(),
    odsCode: text().notNull(),
    name: text().notNull(),
    isDemo: boolean().notNull().default(false),
    /** Days after which a request to confirm practice lapses unanswered. */
    practiceLapseDays: integer().notNull().default(28),
    createdAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex("trusts_ods_code_key").on(table.odsCode),
    unique("trusts_demo_key").on(table.id, table.isDemo),
    check("trusts_ods_code_ck", sql`${table.odsCode} ~ '^[A-Z0-9]{3,9}$'`),
  ],
);

/** A log-in, with staff members in one or more trusts. The application's role can't read this table. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    passwordHash: text(),
    /** Shown on the sign-in page of demonstration data, with one button. */
    demoLabel: text(),
    disabledAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex("accounts_email_key").on(table.email),
    check("accounts_email_ck", sql`${table.email} = lower(${table.email})`),
  ],
);

/** An account's identity at an outside provider, keyed on the provider's own subject, never on e-mail. */
export const identities = pgTable(
  "identities",
  {
    provider: text().notNull(),
    subject: text().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.subject] })],
);

/** A signed-in browser. Only the token's hash is kept; a row that is gone ends the session at once. */
export const sessions = pgTable("sessions", {
  tokenHash: bytes().primaryKey(),
  accountId: uuid()
    .notNull()
    .references(() => accounts.id),
  createdAt: instant().notNull(),
  lastSeenAt: instant().notNull(),
  expiresAt: instant().notNull(),
});

/** Failed sign-ins by hashed account or address: what the soft delay is computed from. */
export const throttles = pgTable("throttles", {
  keyHash: bytes().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: instant().notNull(),
});
