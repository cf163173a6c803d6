import { type FileHandle, mkdir, open, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { SignedCheckpoint } from "./checkpoint";
import type { CopyLine } from "./verify-copies";

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const copiedCheckpoint = z.strictObject({
  v: z.literal(1),
  trust: z.uuid(),
  number: z.int().positive(),
  size: z.int().positive(),
  root: hex(32),
  previous: hex(32),
  sealedAt: z.iso.datetime(),
  keyId: hex(8),
  hash: hex(32),
  signature: hex(64),
});

/** The copies of a trust's checkpoints, one JSON line each. */
export function copiesFile(dataDir: string, trustId: string): string {
  return join(dataDir, "checkpoints", `${trustId}.jsonl`);
}

/** Appends and waits for the disk. Half a line, left by a crash, is cut off first. */
export async function appendCopies(file: string, checkpoints: readonly SignedCheckpoint[]): Promise<void> {
  if (checkpoints.length === 0) return;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, "a+", 0o640);
  try {
    await cutHalfLine(handle);
    await handle.appendFile(checkpoints.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`).join(""));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The last copy, or null where there is none; throws if it can't be read. */
export async function lastCopy(file: string): Promise<SignedCheckpoint | null> {
  const size = await sizeOf(file);
  if (size === 0) return null;
  let last: CopyLine | null = null;
  for await (const line of readCopies(file, Math.max(0, size - tailBytes))) last = line;
  if (last && !last.checkpoint) throw new Error("the last copy of a checkpoint is not legible");
  return last?.checkpoint ?? null;
}

/** The whole lines, from the first that begins at or after `start`; half a line at the end is left out. */
export async function* readCopies(file: string, start = 0): AsyncGenerator<CopyLine> {
  if ((await sizeOf(file)) === 0) return;
  const handle = await open(file);
  let rest = Buffer.alloc(0);
  let offset = start;
  let skipping = start > 0;
  try {
    for await (const chunk of handle.createReadStream({ start, autoClose: false })) {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
        const text = rest.toString("utf8", 0, end);
        rest = rest.subarray(end + 1);
        offset += end + 1;
        if (!skipping) yield { checkpoint: parseCopy(text), end: offset };
        skipping = false;
      }
    }
  } finally {
    await handle.close();
  }
}

/** 0 where there is no file. */
export async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return 0;
  }
}

const newline = 0x0a;
/** Far more than one line, which has some 600 bytes. */
const tailBytes = 16_384;

function parseCopy(text: string): SignedCheckpoint | null {
  try {
    return copiedCheckpoint.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function cutHalfLine(handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  const start = Math.max(0, size - tailBytes);
  const tail = Buffer.alloc(size - start);
  await handle.read(tail, 0, tail.length, start);
  const whole = start + tail.lastIndexOf(newline) + 1;
  if (whole < size) await handle.truncate(whole);
}
