import "server-only";
import type { KeyObject } from "node:crypto";
import type postgres from "postgres";
import type { SignedCheckpoint } from "./checkpoint";
import { copiesFile, readCopies } from "./copies";
import { type AuditCounts, verifyTrust } from "./verify";
import type { Link } from "./verify-chains";
import type { CheckpointRow } from "./verify-checkpoints";

export interface Outside {
  dataDir: string;
  /** The size of the copies before the transaction's snapshot. */
  settledSize: number;
  keys: ReadonlyMap<string, KeyObject>;
}

/** Verifies one trust inside the owner's or a superuser's transaction, on one snapshot. */
export async function verifyTrustIn(
  tx: postgres.TransactionSql,
  trust: string,
  { dataDir, settledSize, keys }: Outside,
): Promise<AuditCounts> {
  await tx`select set_config('app.trust_id', ${trust}, true)`;
  const copies = readCopies(copiesFile(dataDir, trust));
  return verifyTrust({
    trust,
    links: readLinks(tx, trust),
    checkpoints: readCheckpoints(tx, trust),
    copies,
    settledSize,
    keys,
  });
}

const fetched = 1000;

async function* readLinks(tx: postgres.TransactionSql, trust: string): AsyncGenerator<Link> {
  const rows = tx<Link[]>`
    with e as (select * from audit_entries where trust_id = ${trust}),
      l as (select * from audit_leaves where trust_id = ${trust}),
      h as (select * from audit_heads where trust_id = ${trust}),
      sealed as (
        select coalesce(e.stream, l.stream) as stream, coalesce(e.seq, l.seq) as seq, e.prev_hash, e.hash, e.entry,
          e.action, e.actor_id, e.recorded_at, l.checkpoint
        from e full join l on l.stream = e.stream and l.seq = e.seq)
    select coalesce(s.stream, h.stream) as "stream", s.seq, s.prev_hash as "prevHash", s.hash, s.entry, s.action,
      s.actor_id as "actor", s.checkpoint, h.seq as "headSeq", h.hash as "headHash", h.sealed_seq as "sealedSeq",
      to_char(s.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recorded"
    from sealed s full join h on h.stream = s.stream
    order by coalesce(s.stream, h.stream) collate "C", s.seq, s.checkpoint`;
  for await (const batch of rows.cursor(fetched)) yield* batch;
}

type FlatRow = Partial<SignedCheckpoint> & {
  number: number;
  position: number | null;
  entryHash: Buffer | null;
};

async function* readCheckpoints(tx: postgres.TransactionSql, trust: string): AsyncGenerator<CheckpointRow> {
  const rows = tx<FlatRow[]>`
    with c as (select * from audit_checkpoints where trust_id = ${trust}),
      l as (select * from audit_leaves where trust_id = ${trust}),
      e as (select stream, seq, hash from audit_entries where trust_id = ${trust})
    select coalesce(c.number, l.checkpoint) as "number", c.size, encode(c.root, 'hex') as "root",
      encode(c.previous_hash, 'hex') as "previous", encode(c.hash, 'hex') as "hash",
      encode(c.signature, 'hex') as "signature", c.key_id as "keyId",
      to_char(c.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt",
      l.position, e.hash as "entryHash"
    from c full join l on l.checkpoint = c.number left join e on e.stream = l.stream and e.seq = l.seq
    order by coalesce(c.number, l.checkpoint), l.position`;
  for await (const batch of rows.cursor(fetched)) for (const row of batch) yield nested(trust, row);
}

function nested(trust: string, { position, entryHash, number, ...rest }: FlatRow): CheckpointRow {
  const checkpoint = rest.hash ? ({ ...rest, v: 1, trust, number } as SignedCheckpoint) : null;
  return { number, checkpoint, position, entryHash };
}
