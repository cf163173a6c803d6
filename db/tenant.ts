import "server-only";
import { Refusal } from "@/lib/platform/refusals";
import { type Database, rawDatabase } from "./client";
import { isOvertaken, sqlState, withoutValues } from "./errors";
import { clientOf, prepareEach } from "./prepared";

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
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Runs `work` in one transaction that sees and writes the rows of one trust alone: row-level security compares
 * every row with the setting made here, which ends with the transaction.
 */
export async function withTrust<T>(
  scope: TrustScope,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  requireScope(scope);
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

// Nobody's name is empty: the sealing of the audit acts for no member of staff.
function requireScope({ trustId, staffId }: TrustScope): void {
  const sound = uuid.test(trustId) && (staffId === "" || uuid.test(staffId));
  if (!sound) throw new Error("A transaction needs the identifiers of a trust and of a member of its staff");
}

function open<T>(scope: TrustScope, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
  const run = async (tx: Tx) => {
    // Sent ahead of the first statement of `work`, in the same packet: the server takes them in order.
    const context = prepareEach(clientOf(tx))
      .unsafe(setContext, [scope.trustId, scope.staffId, options.requestId ?? ""])
      .execute();
    const [result] = await Promise.all([work(tx), context]);
    return result;
  };
  return options.serializable
    ? rawDatabase().transaction(run, { isolationLevel: "serializable" })
    : rawDatabase().transaction(run);
}

const setContext = `select set_config('app.trust_id', $1, true), set_config('app.staff_id', $2, true),
  set_config('app.request_id', $3, true)`;
