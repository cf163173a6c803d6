import type { KeyObject } from "node:crypto";
import { BadRow } from "./bad-row";
import { checkpointFault, noCheckpoint, type SignedCheckpoint } from "./checkpoint";
import { merkleRoot } from "./merkle";

/** One leaf with its checkpoint and its entry's hash; whatever is missing is null. */
export interface CheckpointRow {
  number: number;
  checkpoint: SignedCheckpoint | null;
  position: number | null;
  entryHash: Buffer | null;
}

interface Tree {
  checkpoint: SignedCheckpoint;
  leaves: Buffer[];
}

/** Yields each checkpoint that is in its place, rightly signed, and whose tree can be built again to the same root. */
export async function* verifyCheckpoints(
  trust: string,
  rows: AsyncIterable<CheckpointRow>,
  keys: ReadonlyMap<string, KeyObject>,
): AsyncGenerator<SignedCheckpoint> {
  let number = 1;
  let previous = noCheckpoint;
  for await (const { checkpoint, leaves } of trees(trust, rows)) {
    const bad = (problem: string) => new BadRow(trust, `checkpoint ${checkpoint.number}`, problem);
    if (checkpoint.number !== number) throw bad(`checkpoint ${number} is missing before it`);
    if (checkpoint.previous !== previous) throw bad("it does not follow the checkpoint before it");
    const fault = checkpointFault(checkpoint, keys);
    if (fault) throw bad(fault);
    if (leaves.length !== checkpoint.size) {
      throw bad(`it was made of ${checkpoint.size} entries, of which ${leaves.length} are there`);
    }
    if (merkleRoot(leaves).toString("hex") !== checkpoint.root)
      throw bad("its entries are not those it sealed");
    yield checkpoint;
    number += 1;
    previous = checkpoint.hash;
  }
}

async function* trees(trust: string, rows: AsyncIterable<CheckpointRow>): AsyncGenerator<Tree> {
  let tree = null as Tree | null;
  for await (const row of rows) {
    if (!row.checkpoint)
      throw new BadRow(trust, `checkpoint ${row.number}`, "it is gone, but its leaves are there");
    if (tree?.checkpoint.number !== row.number) {
      if (tree) yield tree;
      tree = { checkpoint: row.checkpoint, leaves: [] };
    }
    if (row.position === null) continue;
    if (row.position !== tree.leaves.length + 1 || !row.entryHash) {
      throw new BadRow(
        trust,
        `checkpoint ${row.number}`,
        `its leaf ${tree.leaves.length + 1} or its entry is missing`,
      );
    }
    tree.leaves.push(row.entryHash);
  }
  if (tree) yield tree;
}
