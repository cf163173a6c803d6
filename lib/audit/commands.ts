import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { type AuditEntry, assertIdentifiers, hashFields } from "./entry";

const saltBytes = 16;

/** Appends to the chain of one record, in the transaction that changes it; answers with the entry's number. */
export async function recordAudit(tx: Tx, ctx: CommandContext, entry: AuditEntry): Promise<number> {
  assertIdentifiers(entry);
  const salt = randomBytes(saltBytes);
  const refs = JSON.stringify(entry.refs);
  const fields = JSON.stringify(hashFields(salt, entry.fields ?? {}));
  const [row] = await tx.execute<{ seq: number }>(sql`
    select audit_append(${entry.stream}, ${entry.action}, ${refs}::jsonb, ${fields}::jsonb, ${salt},
      ${ctx.now.toISOString()}::timestamptz) as seq`);
  if (!row) throw new Error("audit_append answered nothing");
  return row.seq;
}
