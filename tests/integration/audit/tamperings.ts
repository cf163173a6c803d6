import { createHash } from "node:crypto";
import type postgres from "postgres";
import { entryHash, genesisHash } from "@/lib/audit/entry";

/** A number from 0 up to, but not including, `below`. */
export type Pick = (below: number) => number;

/** Changes the trail as a superuser could; everything it does is rolled back afterwards. */
export type Tampering = (tx: postgres.TransactionSql, trust: string, pick: Pick) => Promise<unknown>;

/** The same numbers each time for the same seed. */
export function seededPick(seed: string): Pick {
  let count = 0;
  return (below) => {
    count += 1;
    return createHash("sha256").update(`${seed}:${count}`).digest().readUInt32BE(0) % below;
  };
}

interface Place {
  stream: string;
  seq: number;
}

async function anEntry(tx: postgres.TransactionSql, trust: string, pick: Pick, least = 1): Promise<Place> {
  const rows = await tx<Place[]>`select stream, seq from audit_leaves
    where trust_id = ${trust} and seq >= ${least} order by stream collate "C", seq`;
  return rows[pick(rows.length)] as Place;
}

async function aCheckpoint(tx: postgres.TransactionSql, trust: string, pick: Pick): Promise<number> {
  const [row] = await tx`select count(*)::int as count from audit_checkpoints where trust_id = ${trust}`;
  return 1 + pick(row?.count);
}

/** Makes a stream's chain sound in itself again, as a forger would. */
async function rechain(tx: postgres.TransactionSql, trust: string, stream: string): Promise<void> {
  const rows =
    await tx`select seq, entry from audit_entries where trust_id = ${trust} and stream = ${stream} order by seq`;
  let hash = genesisHash(trust, stream);
  await tx`update audit_entries set prev_hash = sha256(hash || prev_hash) where trust_id = ${trust} and stream = ${stream}`;
  for (const { seq, entry } of rows) {
    const previous = hash;
    hash = entryHash(previous, entry);
    await tx`update audit_entries set prev_hash = ${previous}, hash = ${hash}
      where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
  }
  await tx`update audit_heads set hash = ${hash}, seq = ${rows.length} where trust_id = ${trust} and stream = ${stream}`;
}

/** Removes a stream's entries from `seq` on and rewinds everything that would show it, but the checkpoints. */
async function cutStream(tx: postgres.TransactionSql, trust: string, { stream, seq }: Place): Promise<void> {
  for (const table of ["audit_entries", "audit_salts", "audit_leaves"]) {
    await tx`delete from ${tx(table)} where trust_id = ${trust} and stream = ${stream} and seq >= ${seq}`;
  }
  if (seq === 1) {
    await tx`delete from audit_heads where trust_id = ${trust} and stream = ${stream}`;
  } else {
    await tx`update audit_heads h set seq = e.seq, hash = e.hash, sealed_seq = least(h.sealed_seq, e.seq)
      from audit_entries e where h.trust_id = ${trust} and h.stream = ${stream}
        and e.trust_id = h.trust_id and e.stream = h.stream and e.seq = ${seq - 1}`;
  }
}

const word = (pick: Pick) => `forged-${pick(1e6)}`;

export const tamperings: Record<string, Tampering> = {
  "an entry's text is changed": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    return tx`update audit_entries set entry = jsonb_set(entry::jsonb, '{refs,staff}', ${tx.json(word(pick))})::text
      where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
  },
  "one character of an entry is changed": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    return tx`update audit_entries set entry = overlay(entry placing '~' from ${1 + pick(200)}::int)
      where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
  },
  "an entry's text is changed and its chain made sound again": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    await tx`update audit_entries set entry = jsonb_set(entry::jsonb, '{refs,staff}', ${tx.json(word(pick))})::text
      where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
    await rechain(tx, trust, stream);
  },
  "a column beside the text is changed": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    const changes = [
      tx`action = 'practice.confirmed'`,
      tx`actor_id = null`,
      tx`actor_id = gen_random_uuid()`,
      tx`recorded_at = recorded_at - interval '1 microsecond'`,
    ];
    const change = changes[pick(changes.length)] as (typeof changes)[number];
    return tx`update audit_entries set ${change} where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
  },
  "a hash is changed": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    const column = ["hash", "prev_hash"][pick(2)] as string;
    return tx`update audit_entries set ${tx(column)} = set_byte(${tx(column)}, ${pick(32)}, 255 - get_byte(${tx(column)}, 3))
      || '\\x00'::bytea where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
  },
  "an entry is deleted": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    return tx`delete from audit_entries where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
  },
  "an entry is deleted with its leaf": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    await tx`delete from audit_leaves where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
    return tx`delete from audit_entries where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
  },
  "two entries change places": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick, 2);
    await tx`update audit_entries set seq = -seq where trust_id = ${trust} and stream = ${stream} and seq in (${seq - 1}, ${seq})`;
    await tx`update audit_entries set seq = ${2 * seq - 1} + seq where trust_id = ${trust} and stream = ${stream} and seq < 0`;
  },
  "two entries change places and the chain is made sound again": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick, 2);
    await tx`update audit_entries set seq = -seq where trust_id = ${trust} and stream = ${stream} and seq in (${seq - 1}, ${seq})`;
    await tx`update audit_entries set seq = ${2 * seq - 1} + seq where trust_id = ${trust} and stream = ${stream} and seq < 0`;
    await tx`update audit_entries set entry = jsonb_set(entry::jsonb, '{seq}', to_jsonb(seq))::text
      where trust_id = ${trust} and stream = ${stream}`;
    await rechain(tx, trust, stream);
  },
  "an entry is slipped in and the chain made sound again": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    await tx`update audit_entries set seq = -seq where trust_id = ${trust} and stream = ${stream} and seq >= ${seq}`;
    await tx`insert into audit_entries select trust_id, stream, ${seq}, '\\x00', '\\x00', entry, action, actor_id,
      recorded_at from audit_entries where trust_id = ${trust} and stream = ${stream} and seq = ${-seq}`;
    await tx`update audit_entries set seq = 1 - seq where trust_id = ${trust} and stream = ${stream} and seq < 0`;
    await tx`update audit_entries set entry = jsonb_set(entry::jsonb, '{seq}', to_jsonb(seq))::text
      where trust_id = ${trust} and stream = ${stream}`;
    await tx`update audit_entries set entry = jsonb_set(entry::jsonb, '{refs,staff}', ${tx.json(word(pick))})::text
      where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
    await rechain(tx, trust, stream);
  },
  "an entry is inserted at a stream's end": async (tx, trust, pick) => {
    const { stream } = await anEntry(tx, trust, pick);
    return tx`insert into audit_entries select e.trust_id, e.stream, e.seq + 1, e.hash, sha256(e.hash || convert_to(e.entry, 'UTF8')),
      e.entry, action, actor_id, recorded_at from audit_entries e join audit_heads h using (trust_id, stream, seq)
      where trust_id = ${trust} and stream = ${stream}`;
  },
  "a stream without a head is inserted": async (tx, trust, pick) => {
    const stream = `practice:${word(pick)}`;
    return tx`insert into audit_entries values (${trust}, ${stream}, 1, ${genesisHash(trust, stream)}, '\\x00', '{}',
      'practice.recorded', null, now())`;
  },
  "a head is rewound": async (tx, trust, pick) => {
    const { stream } = await anEntry(tx, trust, pick);
    return tx`update audit_heads set seq = seq - 1 where trust_id = ${trust} and stream = ${stream}`;
  },
  "a head's hash is changed": async (tx, trust, pick) => {
    const { stream } = await anEntry(tx, trust, pick);
    return tx`update audit_heads set hash = sha256(hash) where trust_id = ${trust} and stream = ${stream}`;
  },
  "a head says sealed too little or too much": async (tx, trust, pick) => {
    const { stream } = await anEntry(tx, trust, pick);
    return tx`update audit_heads set sealed_seq = sealed_seq + ${pick(2) * 2 - 1} where trust_id = ${trust} and stream = ${stream}`;
  },
  "a head is deleted": async (tx, trust, pick) => {
    const { stream } = await anEntry(tx, trust, pick);
    return tx`delete from audit_heads where trust_id = ${trust} and stream = ${stream}`;
  },
  "a leaf is deleted": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    return tx`delete from audit_leaves where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
  },
  "a leaf is deleted and the head says unsealed": async (tx, trust, pick) => {
    const { stream } = await anEntry(tx, trust, pick);
    await tx`delete from audit_leaves l using audit_heads h where l.trust_id = ${trust} and l.stream = ${stream}
      and h.trust_id = l.trust_id and h.stream = l.stream and l.seq = h.sealed_seq`;
    return tx`update audit_heads set sealed_seq = sealed_seq - 1 where trust_id = ${trust} and stream = ${stream}`;
  },
  "a leaf moves to another place": async (tx, trust, pick) => {
    const { stream, seq } = await anEntry(tx, trust, pick);
    return tx`update audit_leaves set position = ${100 + pick(9)} where trust_id = ${trust} and stream = ${stream} and seq = ${seq}`;
  },
  "two leaves change places": async (tx, trust, pick) => {
    const number = await aCheckpoint(tx, trust, pick);
    await tx`update audit_leaves set position = -position where trust_id = ${trust} and checkpoint = ${number} and position in (1, 2)`;
    return tx`update audit_leaves set position = 3 + position where trust_id = ${trust} and checkpoint = ${number} and position < 0`;
  },
  "a checkpoint is deleted": async (tx, trust, pick) => {
    const number = await aCheckpoint(tx, trust, pick);
    return tx`delete from audit_checkpoints where trust_id = ${trust} and number = ${number}`;
  },
  "a checkpoint's column is changed": async (tx, trust, pick) => {
    const number = await aCheckpoint(tx, trust, pick);
    const changes = [
      tx`size = size - 1`,
      tx`root = sha256(root)`,
      tx`previous_hash = sha256(root)`,
      tx`hash = sha256(hash)`,
      tx`signature = sha512(signature)`,
      tx`key_id = reverse(key_id)`,
      tx`sealed_at = sealed_at - interval '1 day'`,
    ];
    const change = changes[pick(changes.length)] as (typeof changes)[number];
    return tx`update audit_checkpoints set ${change} where trust_id = ${trust} and number = ${number}`;
  },
  "a stream vanishes": async (tx, trust, pick) => {
    const { stream } = await anEntry(tx, trust, pick);
    await cutStream(tx, trust, { stream, seq: 1 });
  },
  "a stream's tail is cut and its head rewound": async (tx, trust, pick) => {
    await cutStream(tx, trust, await anEntry(tx, trust, pick));
  },
  "the whole tail is cut from a checkpoint on, heads rewound": async (tx, trust, pick) => {
    const number = await aCheckpoint(tx, trust, pick);
    const cut = await tx<Place[]>`select stream, min(seq) as seq from audit_leaves
      where trust_id = ${trust} and checkpoint >= ${number} group by stream`;
    for (const place of cut) await cutStream(tx, trust, place);
    await tx`delete from audit_checkpoints where trust_id = ${trust} and number >= ${number}`;
  },
  "everything is deleted": async (tx, trust) => {
    for (const table of [
      "audit_heads",
      "audit_entries",
      "audit_salts",
      "audit_checkpoints",
      "audit_leaves",
    ]) {
      await tx`delete from ${tx(table)} where trust_id = ${trust}`;
    }
  },
  "the entries are truncated": (tx) => tx`truncate audit_entries`,
};
