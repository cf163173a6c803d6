import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  type PgTableExtraConfigValue,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

/** An instant. Read as a Date inside `db`, handed on as ISO text. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

/** A calendar day, held as text: never a JavaScript Date. */
export const day = () => date({ mode: "string" });

/** The first columns of every tenant table: its key begins with the trust. */
export const tenantKey = () => ({
  trustId: uuid().notNull(),
  id: uuid().notNull(),
});

/** When and by whom a row was written. `recordedById` is null only for rows that the system itself writes. */
export const recorded = () => ({
  recordedAt: instant().notNull(),
  recordedById: uuid(),
});

/** A correction is a new row that names the one it supersedes; a trigger then closes the old one. */
export const superseding = () => ({
  supersedesId: uuid(),
  supersededAt: instant(),
});

/** A dated fact: valid from a day, up to but not including another, as known from an instant. */
export const datedFact = () => ({
  validFrom: day().notNull(),
  validUntil: day(),
  ...recorded(),
  ...superseding(),
});

interface TenantColumns {
  trustId: AnyPgColumn;
  id: AnyPgColumn;
}

export const tenantPrimaryKey = (table: TenantColumns) => primaryKey({ columns: [table.trustId, table.id] });

/** A foreign key that carries the trust, so that rows of two trusts can't be tied together. */
export const belongsTo = (
  name: string,
  table: { trustId: AnyPgColumn },
  column: AnyPgColumn,
  target: TenantColumns,
) => foreignKey({ name, columns: [table.trustId, column], foreignColumns: [target.trustId, target.id] });

/**
 * The constraints that every dated fact shares: its author, its predecessor, and one successor at most. A fact that
 * ends on the day on which it began never held: so a mistake is taken back at once.
 */
/** The same for several columns: the row referred to must agree in all of them, such as in whose it is. */
export const agreesWith = (
  name: string,
  table: { trustId: AnyPgColumn },
  columns: [AnyPgColumn, ...AnyPgColumn[]],
  target: { trustId: AnyPgColumn },
  targetColumns: [AnyPgColumn, ...AnyPgColumn[]],
) =>
  foreignKey({
    name,
    columns: [table.trustId, ...columns],
    foreignColumns: [target.trustId, ...targetColumns],
  });

/** What `agreesWith` refers to needs a unique constraint over the same columns. */
export const agreement = (name: string, table: { trustId: AnyPgColumn }, ...columns: AnyPgColumn[]) =>
  unique(name).on(table.trustId, ...columns);

export const datedFactRules = (
  name: string,
  table: TenantColumns & {
    recordedById: AnyPgColumn;
    supersedesId: AnyPgColumn;
    validFrom: AnyPgColumn;
    validUntil: AnyPgColumn;
  },
): PgTableExtraConfigValue[] => [
  ...supersedingRules(name, table),
  check(`${name}_dates_ck`, sql`${table.validUntil} is null or ${table.validUntil} >= ${table.validFrom}`),
];

/** One successor at most: the guard against two concurrent corrections. */
export const supersedingRules = (
  name: string,
  table: TenantColumns & { supersedesId: AnyPgColumn },
): PgTableExtraConfigValue[] => [
  belongsTo(`${name}_supersedes_fk`, table, table.supersedesId, table),
  uniqueIndex(`${name}_supersedes_key`).on(table.trustId, table.supersedesId),
];

/** CHECK that a text column holds one of the words. Raw SQL: bound parameters are not valid in a migration. */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in ${sql.raw(wordList(words))}`);

/** The same for an array column: each element is one of the words. */
export const allOf = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} <@ array${sql.raw(wordList(words).replace("(", "[").replace(")", "]"))}::text[]`);

export const tenantIndex = (name: string, table: { trustId: AnyPgColumn }, ...columns: AnyPgColumn[]) =>
  index(name).on(table.trustId, ...columns);

export const tenantUnique = (name: string, table: { trustId: AnyPgColumn }, ...columns: AnyPgColumn[]) =>
  uniqueIndex(name).on(table.trustId, ...columns);

/** A text column of one of a closed list of words. */
export const word = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  text({ enum: words });

function wordList(words: readonly string[]): string {
  if (words.some((word) => !/^[a-z0-9 ._-]+$/i.test(word))) throw new Error(`not a plain word in ${words}`);
  return `(${words.map((word) => `'${word}'`).join(", ")})`;
}

export type { SQL };
