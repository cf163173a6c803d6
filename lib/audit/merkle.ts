import { createHash } from "node:crypto";

/** The tree of RFC 6962: a leaf is hashed after a 0x00 byte, a node after 0x01, so that neither passes for the other. */
export function merkleRoot(entries: readonly Uint8Array[]): Buffer {
  let level = entries.map(leafHash);
  if (level.length === 0) return createHash("sha256").digest();
  while (level.length > 1) level = nextLevel(level);
  return level[0] as Buffer;
}

/** The hashes that lead from one entry to the root, from the bottom up. */
export function inclusionProof(entries: readonly Uint8Array[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= entries.length) throw new RangeError("no such leaf");
  const proof: Buffer[] = [];
  let position = index;
  for (let level = entries.map(leafHash); level.length > 1; level = nextLevel(level)) {
    const sibling = level[position % 2 === 0 ? position + 1 : position - 1];
    if (sibling) proof.push(sibling);
    position = Math.floor(position / 2);
  }
  return proof;
}

export interface Inclusion {
  entry: Uint8Array;
  index: number;
  size: number;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}

/** Is the entry at this place of the tree with this root? (RFC 9162, 2.1.3.2) */
export function verifyInclusion({ entry, index, size, proof, root }: Inclusion): boolean {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  let position = index;
  let last = size - 1;
  let hash = leafHash(entry);
  for (const sibling of proof) {
    if (last === 0) return false;
    const isRight = position % 2 === 1;
    if (isRight || position === last) {
      hash = nodeHash(sibling, hash);
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && hash.equals(root);
}

function nextLevel(level: readonly Buffer[]): Buffer[] {
  const next: Buffer[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const left = level[index] as Buffer;
    const right = level[index + 1];
    next.push(right ? nodeHash(left, right) : left);
  }
  return next;
}

function leafHash(entry: Uint8Array): Buffer {
  return createHash("sha256").update(Uint8Array.of(0)).update(entry).digest();
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(Uint8Array.of(1)).update(left).update(right).digest();
}

const half = (n: number) => Math.floor(n / 2);
