import { createHash, randomBytes } from "node:crypto";

/** Makes identifiers: UUIDv7, so that keys rise with time, and within a millisecond in the order they are made in. */
export type IdMaker = (at?: Date) => string;

/** Room for the identifiers of one millisecond, of which the lower half is where a count begins. */
const counterEnd = 0x1000;

let last = { time: 0, count: 0 };

let makeId: IdMaker = (at = new Date()) => {
  const time = at.getTime();
  const random = randomBytes(10);
  const next = last.time === time && last.count + 1 < counterEnd;
  last = { time, count: next ? last.count + 1 : random.readUInt16BE() % (counterEnd / 2) };
  return uuidV7(time, last.count, random.subarray(2));
};

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
    const random = createHash("sha256").update(`${seed}:${count}`).digest().subarray(0, 8);
    count += 1;
    return uuidV7(at?.getTime() ?? start.getTime() + count, count % counterEnd, random);
  };
}

/** RFC 9562, 5.7 and 6.2: 48 bits of time, 12 of a counter, 62 that are random. */
function uuidV7(time: number, count: number, random: Uint8Array): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes.set(random, 8);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
