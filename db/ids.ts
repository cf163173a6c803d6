import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Identifiers as one value. */
export function idList(ids: readonly string[]): string {
  return `{${ids.join(",")}}`;
}

/** One of the identifiers in a list: a list of parameters is a new statement, to be planned anew, for each length. */
export function anyOf(column: AnyPgColumn, ids: readonly string[]): SQL {
  return amongList(column, idList(ids));
}

export function amongList(column: AnyPgColumn, list: string): SQL {
  return sql`${column} = any(${list}::uuid[])`;
}
