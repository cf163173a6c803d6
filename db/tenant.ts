import "server-only";
import { sql } from "drizzle-orm";
import { Refusal } from "@/lib/platform/refusals";
import { type Database, rawDatabase } from "./client";
import { isOvertaken, sqlState, withoutValues } from "./errors";

export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Whose rows a transaction may touch, and in whose name. An Actor is one. */
export interface TrustScope {
  trustId: string;
  staffId: string;
}

export interface TransactionOptions {
  requestId?: string;
  /** For rules across rows, such as "the last lead": retried when another writer interfered. */
  serializable?: boolean;
}

const retried = new Set(["40001", "40P01"]);
const attempts = 8;

/**
 * Runs `work` in one transaction that sees and writes the rows of one trust alone: row-level security compares
 * every row with the setting made here, which ends with the transaction.
 */
export async function withTrust<T>(
  scope: TrustScope,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await open(scope, work, options);
    } catch (error) {
      const state = sqlState(error);
      if (isOvertaken(error)) throw new Refusal("conflict", "changed-meanwhile");
      if (!state || !retried.has(state) || attempt === attempts) throw withoutValues(error);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
    }
  }
}

function open<T>(scope: TrustScope, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  const run = async (tx: Tx) => {
    await tx.execute(sql`select set_config('app.trust_id', ${scope.trustId}, true),
      set_config('app.staff_id', ${scope.staffId}, true),
      set_config('app.request_id', ${options.requestId ?? ""}, true)`);
    return work(tx);
  };
  return options.serializable
    ? rawDatabase().transaction(run, { isolationLevel: "serializable" })
    : rawDatabase().transaction(run);
}
