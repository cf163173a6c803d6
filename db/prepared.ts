import "server-only";
import { is } from "drizzle-orm";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import type postgres from "postgres";

/**
 * Lets the server keep the plan of each statement that Drizzle sends: without, every call is parsed and planned anew
 * and takes two trips. The driver leaves it be where the pool says `prepare: false`, as behind PgBouncer.
 */
export function prepareEach(client: postgres.Sql): postgres.Sql {
  const send = client.unsafe;
  client.unsafe = (text, parameters = [], options = {}) =>
    send(text, parameters, parameters.length > 0 ? { prepare: isKept(text), ...options } : options);
  return client;
}

/** What Drizzle's transaction sends its statements through. The build can hold Drizzle twice, so no `instanceof`. */
export function clientOf({ _: { session } }: { _: { session: unknown } }): postgres.Sql {
  if (!is(session, PostgresJsSession)) throw new Error("Transactions need the driver postgres.js");
  return session.client;
}

/** A list of values is another statement for each length: too many to keep. */
const list = /\bin \(\$\d+, |\), \(/;
const mostKept = 500;
const kept = new Set<string>();

/** Each text that is kept costs every connection memory until the driver renews it. */
function isKept(text: string): boolean {
  if (kept.has(text)) return true;
  if (kept.size >= mostKept || list.test(text)) return false;
  kept.add(text);
  return true;
}
