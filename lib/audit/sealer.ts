import "server-only";
import { sql } from "drizzle-orm";
import { sqlState } from "@/db/errors";
import { callGlobal } from "@/db/global";
import { type TrustScope, type Tx, withTrust } from "@/db/tenant";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { logFault } from "@/lib/platform/log";
import { noCheckpoint, type SignedCheckpoint, signCheckpoint } from "./checkpoint";
import { appendCopies, copiesFile, lastCopy } from "./copies";
import { openSigningKey, type SigningKey } from "./keys";
import { merkleRoot } from "./merkle";

const everyMs = 60_000;
const roundsBetweenSweeps = 10;
const most = 5_000;
const uniqueViolation = "23505";

interface Sealer {
  timer: NodeJS.Timeout;
  busy: boolean;
  rounds: number;
}

const sealerKey = Symbol.for("countersign.audit-sealer");
const shared = globalThis as { [sealerKey]?: Sealer };

/** Seals every trust each minute from now on: one timer a process, which does not keep the process alive. */
export function startSealer(): void {
  if (shared[sealerKey]) return;
  const timer = setInterval(() => void round(), everyMs);
  timer.unref();
  shared[sealerKey] = { timer, busy: false, rounds: 0 };
}

async function round(): Promise<void> {
  const sealer = shared[sealerKey];
  if (!sealer || sealer.busy) return;
  sealer.busy = true;
  try {
    if (sealer.rounds % roundsBetweenSweeps === 0) {
      await callGlobal(sql`select sweep_sessions(${now().toISOString()}::timestamptz)`);
    }
    sealer.rounds += 1;
    await sealEveryTrust();
  } catch (error) {
    logFault(error, { where: "audit sealer" });
  } finally {
    sealer.busy = false;
  }
}

/** One trust's fault does not keep the others from being sealed. */
export async function sealEveryTrust(): Promise<void> {
  for (const { id } of await callGlobal<{ id: string }>(sql`select id from trusts order by id`)) {
    try {
      await sealTrust({ trustId: id, staffId: "" });
    } catch (error) {
      logFault(error, { where: "audit sealer" });
    }
  }
}

/**
 * Seals what no checkpoint covers yet; answers how many entries that were. Each checkpoint is committed first and
 * copied before the next is made: a crash in between leaves one without a copy, which the next run copies. The
 * other order would leave a copy that the database lacks, and that is what a cut tail looks like.
 */
export async function sealTrust(scope: TrustScope): Promise<number> {
  const { dataDir, auditKeyFile } = env();
  const key = openSigningKey(auditKeyFile);
  const file = copiesFile(dataDir, scope.trustId);
  let sealed = 0;
  for (;;) {
    const last = await copyCheckpoints(scope, file);
    const size = await sealBatch(scope, key, last);
    if (size === 0) return sealed;
    sealed += size;
  }
}

/** Copies what has no copy yet; throws if the database no longer has what was copied last. */
async function copyCheckpoints(scope: TrustScope, file: string): Promise<SignedCheckpoint | null> {
  const copied = await lastCopy(file);
  const kept = await withTrust(scope, (tx) => readCheckpointsSince(tx, scope, copied?.number ?? 1));
  if (copied && kept[0]?.hash !== copied.hash) {
    throw new Error(
      "the copies hold a checkpoint that the database lacks: nothing is sealed until this is resolved",
    );
  }
  await appendCopies(file, copied ? kept.slice(1) : kept);
  return kept.at(-1) ?? null;
}

async function readCheckpointsSince(tx: Tx, scope: TrustScope, first: number): Promise<SignedCheckpoint[]> {
  const rows = await tx.execute<Omit<SignedCheckpoint, "v" | "trust"> & Record<string, unknown>>(sql`
    select number, size, encode(root, 'hex') as "root", encode(previous_hash, 'hex') as "previous",
      encode(hash, 'hex') as "hash", encode(signature, 'hex') as "signature", key_id as "keyId",
      to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt"
    from audit_checkpoints_since(${first}::integer)`);
  return rows.map((row) => ({ v: 1, trust: scope.trustId, ...row }));
}

/** A concurrent sealer may take the same number or the same entries: then it has done our work. */
async function sealBatch(scope: TrustScope, key: SigningKey, last: SignedCheckpoint | null): Promise<number> {
  try {
    return await withTrust(scope, (tx) => sealIn(tx, scope, key, last));
  } catch (error) {
    if (sqlState(error) === uniqueViolation) return 0;
    throw error;
  }
}

async function sealIn(
  tx: Tx,
  scope: TrustScope,
  key: SigningKey,
  last: SignedCheckpoint | null,
): Promise<number> {
  const entries = await tx.execute<{ stream: string; seq: number; hash: Buffer }>(
    sql`select stream, seq, hash from audit_unsealed(${most}::integer)`,
  );
  if (entries.length === 0) return 0;
  const signed = signCheckpoint(
    {
      v: 1,
      trust: scope.trustId,
      number: (last?.number ?? 0) + 1,
      size: entries.length,
      root: merkleRoot(entries.map(({ hash }) => hash)).toString("hex"),
      previous: last?.hash ?? noCheckpoint,
      sealedAt: now().toISOString(),
      keyId: key.id,
    },
    key.privateKey,
  );
  await writeCheckpoint(tx, signed, entries);
  return entries.length;
}

async function writeCheckpoint(
  tx: Tx,
  { number, root, previous, hash, signature, keyId, sealedAt }: SignedCheckpoint,
  entries: readonly { stream: string; seq: number }[],
): Promise<void> {
  const bytes = (hex: string) => Buffer.from(hex, "hex");
  const streams = sql.param(entries.map(({ stream }) => stream));
  const seqs = sql.param(entries.map(({ seq }) => seq));
  await tx.execute(sql`
    select audit_seal(${number}::integer, ${bytes(root)}, ${bytes(previous)}, ${bytes(hash)}, ${bytes(signature)},
      ${keyId}, ${sealedAt}::timestamptz, ${streams}::text[], ${seqs}::integer[])`);
}
