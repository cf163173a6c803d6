import type { KeyObject } from "node:crypto";
import { BadRow } from "./bad-row";
import { type Link, verifyChains } from "./verify-chains";
import { type CheckpointRow, verifyCheckpoints } from "./verify-checkpoints";
import { type CopyLine, compareCopies } from "./verify-copies";

/** Everything that is kept of one trust's audit, streamed from one snapshot. */
export interface KeptAudit {
  trust: string;
  /** Entries with their leaves and heads, by stream and number. */
  links: AsyncIterable<Link>;
  /** Checkpoints with their leaves, by number and position. */
  checkpoints: AsyncIterable<CheckpointRow>;
  copies: AsyncIterable<CopyLine>;
  /** The size that the copies had before the snapshot was taken: what they hold up to here, it must hold too. */
  settledSize: number;
  keys: ReadonlyMap<string, KeyObject>;
}

export interface AuditCounts {
  streams: number;
  entries: number;
  unsealed: number;
  checkpoints: number;
  /** 1 after a crash between commit and copy, else 0; the sealer's next run makes up for it. */
  uncopied: number;
}

/** Reads it all and counts, or throws the first BadRow. */
export async function verifyTrust(kept: KeptAudit): Promise<AuditCounts> {
  const chains = await verifyChains(kept.trust, kept.links);
  const sealed = verifyCheckpoints(kept.trust, kept.checkpoints, kept.keys);
  const copies = await compareCopies(kept.trust, sealed, kept.copies, kept.settledSize);
  if (copies.covered !== chains.entries - chains.unsealed) {
    throw new BadRow(kept.trust, "checkpoints", "they do not cover what the heads say is sealed");
  }
  return { ...chains, checkpoints: copies.checkpoints, uncopied: copies.uncopied };
}
