import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "./tenant";

/**
 * Lets one writer at a time decide about one person's competency, until the transaction ends: what a rule has read
 * (evidence, authorities, suspensions) can't change between the check and the write. Take it before reading.
 */
export async function lockRecord(tx: Tx, record: { staffId: string; competencyId: string }): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${record.staffId}/${record.competencyId}`}, 1))`,
  );
}

/** What one person does in one way happens one after another. */
export async function lockAction(tx: Tx, staffId: string, action: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${staffId}/${action}`}, 3))`);
}

/** Signing rests on the signer's standing: signers share this lock, whoever changes that standing takes it alone. */
export async function lockStanding(tx: Tx, staffId: string, mode: "rely" | "change"): Promise<void> {
  const lock = sql.raw(mode === "rely" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock");
  await tx.execute(sql`select ${lock}(hashtextextended(${staffId}, 2))`);
}
