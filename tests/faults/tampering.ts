import type postgres from "postgres";
import { countDoubled, findHalfDone } from "./invariants";
import type { Acknowledgement } from "./ledger";

/** What takes one half away, and what must then be found missing. */
const losses: Record<string, string> = {
  "a decision without its signature or signing event": "signing_events",
  "a signature without its decision": "sign_off_decisions",
  "a signing event without its signature": "signatures",
  "an approval without its holding": "holding_events",
  "a request that is not as its last step left it": "sign_off_steps",
  "a step without its mail": "outbox where payload ? 'requestId'",
  "a step without its audit entry": "audit_entries where stream like 'sign_off_request:%'",
  "practice without its confirmation": "practice_responses",
};

/** Breaks the finished run on purpose, each time in a transaction that is rolled back: names what went unseen. */
export async function findUnseen(sql: postgres.Sql, acknowledged: Acknowledgement[]): Promise<string[]> {
  const unseen: string[] = [];
  for (const [what, where] of Object.entries(losses)) {
    const [table = ""] = where.split(" ");
    const statement = `delete from ${table} where ctid = (select ctid from ${where} limit 1)`;
    const found = await afterwards(sql, table, statement, findHalfDone);
    if (found.get(what) !== 1) unseen.push(what);
  }
  const again = `insert into outbox select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()))).*
    from outbox o where kind = 'sign_off.approved' limit 1`;
  const doubled = await afterwards(sql, "outbox", again, (tx) => countDoubled(tx, acknowledged));
  return doubled === 1 ? unseen : [...unseen, "a doubled mail"];
}

class RolledBack<T> extends Error {
  constructor(readonly result: T) {
    super();
  }
}

async function afterwards<T>(
  sql: postgres.Sql,
  table: string,
  statement: string,
  look: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  try {
    return await sql.begin(async (tx): Promise<never> => {
      await tx`set local session_replication_role = replica`;
      await tx`alter table ${tx(table)} disable trigger user`;
      await tx.unsafe(statement);
      throw new RolledBack(await look(tx));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result;
    throw error;
  }
}
