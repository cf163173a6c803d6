import "server-only";
import type { SQL } from "drizzle-orm";
import { rawDatabase } from "./client";
import { withoutValues } from "./errors";

/**
 * Calls one of the database's own functions that work before a trust is known (sessions, sign-in, throttling).
 * The application's role has no direct right to the tables behind them.
 */
export async function callGlobal<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  try {
    const rows: readonly Record<string, unknown>[] = await rawDatabase().execute(statement);
    return rows as Row[];
  } catch (error) {
    throw withoutValues(error);
  }
}
