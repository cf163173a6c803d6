import "server-only";
import { fillPlaceholders, is, type Query, SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, PgDialect } from "drizzle-orm/pg-core";
import type postgres from "postgres";
import { clientOf } from "./prepared";
import type { Tx } from "./tenant";

/** Part of an answer that comes as JSON: its text, and how it is read. */
export interface Part<Answer> {
  text: SQL;
  read: (json: never) => Answer;
}

type AnswerOf<P> = P extends Part<infer Answer> ? Answer : never;

/**
 * A question whose text is made once, where Drizzle walks tables and columns anew for each call; its answer comes as
 * one JSON value. `build` is given placeholders instead of the values (texts and instants), so what it makes can't
 * depend on them. The server keeps its plan.
 */
export function statement<Given extends object, Answer>(
  build: (given: Given) => Part<Answer>,
): (tx: Tx, given: Given) => Promise<Answer> {
  let made: Question<Answer> | undefined;
  return async (tx, given) => {
    made ??= compiled(build(placeholders<Given>()));
    return ask(tx, made, given as Record<string, unknown>, { prepare: true });
  };
}

/** The same for a question whose text is made for this one call. */
export function answer<Answer>(tx: Tx, part: Part<Answer>): Promise<Answer> {
  return ask(tx, compiled(part), {}, {});
}

interface Question<Answer> {
  query: Query;
  read: (json: never) => Answer;
}

function compiled<Answer>({ text, read }: Part<Answer>): Question<Answer> {
  return { query: new PgDialect({ casing: "snake_case" }).sqlToQuery(sql`select ${text} as answer`), read };
}

async function ask<Answer>(
  tx: Tx,
  { query, read }: Question<Answer>,
  given: Record<string, unknown>,
  options: postgres.UnsafeQueryOptions,
): Promise<Answer> {
  const values = fillPlaceholders(query.params, given).map(sendable);
  const [row] = await clientOf(tx).unsafe<{ answer: never }[]>(query.sql, values, options);
  if (!row) throw new Error("A statement answers in one row");
  return read(row.answer);
}

function sendable(value: unknown): postgres.ParameterOrJSON<never> {
  return value instanceof Date ? value.toISOString() : (value as postgres.SerializableParameter);
}

/** For each value its placeholder, which Drizzle takes wherever it takes a value. */
function placeholders<Given extends object>(): Given {
  return new Proxy({} as Given, { get: (_, name) => sql.placeholder(String(name)) });
}

type Field = AnyPgColumn | SQL | Part<unknown>;
type Fields = Record<string, Field>;
export type RowOf<F extends Fields> = { [Name in keyof F]: ValueOf<F[Name]> };

type ValueOf<F extends Field> =
  F extends Part<infer Answer>
    ? Answer
    : F extends SQL<infer Data>
      ? Data
      : F extends AnyPgColumn
        ? JsonValue<F["_"]["data"]> | (F["_"]["notNull"] extends true ? never : null)
        : never;

/** What JSON makes of a column: an instant becomes text. */
type JsonValue<Data> = Data extends Date ? string : Data;

/** Rows as JSON: many, or several lists of them, in one trip. Arrays, which cost the server half of what objects do. */
export function jsonRows<F extends Fields>(fields: F, rest: SQL, order?: SQL): Part<RowOf<F>[]> {
  const names = Object.keys(fields);
  const texts = Object.values(fields).map((field) => (isPart(field) ? field.text : sql`${field}`));
  const reads = Object.values(fields).map((field) => (isPart(field) ? field.read : null));
  const by = order ? sql` order by ${order}` : sql.empty();
  const readRow = (values: never[]) => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i += 1) {
      const read = reads[i];
      row[names[i] ?? ""] = read ? read(values[i] as never) : values[i];
    }
    return row as RowOf<F>;
  };
  return {
    text: sql`(select coalesce(json_agg(json_build_array(${sql.join(texts, sql`, `)})${by}), '[]') ${rest})`,
    read: (rows: never[][]) => rows.map(readRow),
  };
}

/** Several answers, each under its name. */
export function together<Parts extends Record<string, Part<unknown>>>(
  parts: Parts,
): Part<{ [Name in keyof Parts]: AnswerOf<Parts[Name]> }> {
  const names = Object.keys(parts);
  const all = Object.values(parts);
  const texts = all.map(({ text }) => text);
  return {
    text: sql`json_build_array(${sql.join(texts, sql`, `)})`,
    read: (answers: never[]) =>
      Object.fromEntries(all.map(({ read }, index) => [names[index], read(answers[index] as never)])) as {
        [Name in keyof Parts]: AnswerOf<Parts[Name]>;
      },
  };
}

function isPart(field: Field): field is Part<unknown> {
  return "read" in field && !is(field, SQL);
}
