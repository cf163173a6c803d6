import { createHash, randomBytes } from "node:crypto";

/** Makes identifiers: UUIDv7, so that keys rise with time. */
export type IdMaker = (at?: Date) => string;

let makeId: IdMaker = (at) => uuidV7(at ?? new Date(), randomBytes(10));

/** A new identifier. */
export function newId(at?: Date): string {
  return makeId(at);
}

/** Lets the seed and the tests have the same identifiers each time. */
export function useIds(maker: IdMaker): void {
  makeId = maker;
}

/** Identifiers that depend on the seed and the order of calls alone. */
export function seededIds(seed: string, start: Date): IdMaker {
  let count = 0;
  return (at) => {
    const random = createHash("sha256").update(`${seed}:${count}`).digest().subarray(0, 10);
    count += 1;
    return uuidV7(at ?? new Date(start.getTime() + count), random);
  };
}

function uuidV7(at: Date, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.set(random, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
