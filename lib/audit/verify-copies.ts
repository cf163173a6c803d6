import { canonicalJson } from "@/lib/platform/canonical-json";
import { sha256Hex } from "@/lib/platform/crypto";
import { BadRow } from "./bad-row";
import type { SignedCheckpoint } from "./checkpoint";

/** One line of a trust's copies; `checkpoint` is null for a line that can't be read. */
export interface CopyLine {
  checkpoint: SignedCheckpoint | null;
  /** Where the line ends in the file. */
  end: number;
}

export interface CopyCounts {
  checkpoints: number;
  covered: number;
  uncopied: number;
}

/** The sealer copies a checkpoint before it seals the next, so that a crash leaves this many without a copy. */
const mostUncopied = 1;

/** Holds the checkpoints against their copies outside the database, which nobody in the database can cut. */
export async function compareCopies(
  trust: string,
  checkpoints: AsyncIterable<SignedCheckpoint>,
  copies: AsyncIterable<CopyLine>,
  settledSize: number,
): Promise<CopyCounts> {
  const lines = distinctLines(trust, copies);
  try {
    return await compare(trust, checkpoints, lines, settledSize);
  } finally {
    await lines.return(undefined);
  }
}

async function compare(
  trust: string,
  checkpoints: AsyncIterable<SignedCheckpoint>,
  lines: AsyncIterator<LegibleLine>,
  settledSize: number,
): Promise<CopyCounts> {
  const counts = { checkpoints: 0, covered: 0, uncopied: 0 };
  let copy = await nextLine(lines);
  for await (const checkpoint of checkpoints) {
    const bad = (problem: string) => new BadRow(trust, `checkpoint ${checkpoint.number}`, problem);
    counts.checkpoints += 1;
    counts.covered += checkpoint.size;
    if (!copy) {
      counts.uncopied += 1;
      if (counts.uncopied > mostUncopied)
        throw bad("neither it nor the one before has a copy: the copies were cut");
      continue;
    }
    if (copy.checkpoint.number !== checkpoint.number)
      throw bad("its copy is missing, but later copies are there");
    if (canonicalJson(copy.checkpoint) !== canonicalJson(checkpoint)) throw bad("it differs from its copy");
    copy = await nextLine(lines);
  }
  if (copy && copy.end <= settledSize) {
    throw new BadRow(
      trust,
      `checkpoint ${copy.checkpoint.number}`,
      "it was copied, but the database has lost it",
    );
  }
  return counts;
}

interface LegibleLine extends CopyLine {
  checkpoint: SignedCheckpoint;
}

/** Two sealers may both make up for a crash and write the same line twice: the second is passed over. */
async function* distinctLines(trust: string, copies: AsyncIterable<CopyLine>): AsyncGenerator<LegibleLine> {
  const seen = new Map<number, string>();
  let line = 0;
  for await (const { checkpoint, end } of copies) {
    line += 1;
    if (!checkpoint) throw new BadRow(trust, `copies, line ${line}`, "it is not legible");
    const { number } = checkpoint;
    const content = sha256Hex(canonicalJson(checkpoint));
    const earlier = seen.get(number);
    seen.set(number, content);
    if (earlier === undefined) yield { checkpoint, end };
    else if (earlier !== content)
      throw new BadRow(trust, `checkpoint ${number}`, "it has two copies that differ");
  }
}

async function nextLine(lines: AsyncIterator<LegibleLine>): Promise<LegibleLine | null> {
  const { done, value } = await lines.next();
  return done ? null : value;
}
