import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inclusionProof, merkleRoot, verifyInclusion } from "@/lib/audit/merkle";

const sha256 = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();

/** RFC 6962, 2.1, word for word. */
function modelRoot(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Uint8Array.of(0), entries[0] as Uint8Array);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(Uint8Array.of(1), modelRoot(entries.slice(0, split)), modelRoot(entries.slice(split)));
}

const someEntries = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 70 });
const entriesAndIndex = someEntries.chain((entries) =>
  fc.record({ entries: fc.constant(entries), index: fc.nat(entries.length - 1) }),
);

describe("the root", () => {
  const published = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ];

  test("is the one that Certificate Transparency publishes for its eight test entries", () => {
    const root = merkleRoot(published.map((hex) => Buffer.from(hex, "hex")));
    expect(root.toString("hex")).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  });

  test("of nothing is the hash of nothing", () => {
    expect(merkleRoot([])).toEqual(sha256());
  });

  test("is the RFC's, for any entries", () => {
    fc.assert(fc.property(someEntries, (entries) => merkleRoot(entries).equals(modelRoot(entries))));
  });
});

describe("an inclusion proof", () => {
  test("holds for every entry of every small tree, at its own place alone", () => {
    for (let size = 1; size <= 33; size += 1) {
      const entries = Array.from({ length: size }, (_, n) => Buffer.from(`entry ${n}`));
      const root = merkleRoot(entries);
      for (const [index, entry] of entries.entries()) {
        const proof = inclusionProof(entries, index);
        for (let other = 0; other < size; other += 1) {
          expect(verifyInclusion({ entry, index: other, size, proof, root })).toBe(other === index);
        }
      }
    }
  });

  test("fails when entry, root or any part of it is changed, cut or added to", () => {
    fc.assert(
      fc.property(
        entriesAndIndex,
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        ({ entries, index }, other) => {
          const entry = entries[index] as Uint8Array;
          const root = merkleRoot(entries);
          const proof = inclusionProof(entries, index);
          const right = { entry, index, size: entries.length, proof, root };
          expect(verifyInclusion(right)).toBe(true);
          expect(verifyInclusion({ ...right, entry: Buffer.concat([entry, other]) })).toBe(false);
          expect(verifyInclusion({ ...right, root: other })).toBe(false);
          expect(verifyInclusion({ ...right, proof: [...proof, other] })).toBe(false);
          if (proof.length > 0) expect(verifyInclusion({ ...right, proof: proof.slice(1) })).toBe(false);
          for (const place of proof.keys()) {
            expect(verifyInclusion({ ...right, proof: proof.with(place, Buffer.from(other)) })).toBe(false);
          }
        },
      ),
    );
  });

  test("asks for a place that exists", () => {
    expect(() => inclusionProof([Buffer.from("one")], 1)).toThrow(RangeError);
    expect(() => inclusionProof([], 0)).toThrow(RangeError);
  });
});
