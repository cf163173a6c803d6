import { BadRow } from "./bad-row";
import { entryHash, genesisHash } from "./entry";

/** One entry with its leaf and its stream's head; whatever is missing is null. */
export interface Link {
  stream: string;
  seq: number | null;
  prevHash: Buffer | null;
  hash: Buffer | null;
  entry: string | null;
  action: string | null;
  actor: string | null;
  recorded: string | null;
  checkpoint: number | null;
  headSeq: number | null;
  headHash: Buffer | null;
  sealedSeq: number | null;
}

interface Chain {
  link: Link;
  seq: number;
  hash: Buffer;
  sealed: number;
}

export interface ChainCounts {
  streams: number;
  entries: number;
  unsealed: number;
}

/** Recomputes every chain: no gap, each link right, the columns as hashed, the head at the end, sealed from the start. */
export async function verifyChains(trust: string, links: AsyncIterable<Link>): Promise<ChainCounts> {
  const counts = { streams: 0, entries: 0, unsealed: 0 };
  let chain = null as Chain | null;
  for await (const link of links) {
    if (chain?.link.stream !== link.stream) {
      if (chain) finish(trust, chain, counts);
      chain = { link, seq: 0, hash: genesisHash(trust, link.stream), sealed: 0 };
    }
    if (link.seq !== null) follow(trust, chain, link);
  }
  if (chain) finish(trust, chain, counts);
  return counts;
}

function follow(trust: string, chain: Chain, link: Link): void {
  const problem = linkProblem(trust, chain, link);
  if (problem) throw new BadRow(trust, `${link.stream} entry ${link.seq}`, problem);
  chain.seq += 1;
  chain.hash = link.hash as Buffer;
  if (link.checkpoint !== null) chain.sealed += 1;
}

function linkProblem(trust: string, chain: Chain, link: Link): string | null {
  const expected = chain.seq + 1;
  if (link.entry === null) return `checkpoint ${link.checkpoint} covers it, but it is gone`;
  if (link.seq === chain.seq) return "it is there or sealed more than once";
  if (link.seq !== expected) return `entry ${expected} is missing before it`;
  if (!link.prevHash?.equals(chain.hash)) return "it does not follow the entry before it";
  if (!link.hash?.equals(entryHash(chain.hash, link.entry))) return "its text is not what was hashed";
  return columnProblem(trust, link) ?? sealProblem(chain, link);
}

/** The columns beside the text are for searching: they must say what the text says. */
function columnProblem(trust: string, link: Link): string | null {
  const text = parsed(link.entry);
  if (!text) return "its text is not legible";
  const { stream, seq, action, actor, recorded } = link;
  const columns = { v: 1, trust, stream, seq, action, actor, recorded };
  const wrong = Object.entries(columns).find(([name, value]) => text[name] !== value);
  return wrong ? `its column for "${wrong[0]}" differs from its text` : null;
}

function sealProblem(chain: Chain, link: Link): string | null {
  const shouldBeSealed = (link.seq ?? 0) <= (link.sealedSeq ?? 0);
  if (link.checkpoint === null && shouldBeSealed) return "it should be sealed, but no checkpoint covers it";
  if (link.checkpoint !== null && chain.sealed < chain.seq)
    return "it is sealed, but not the entry before it";
  if (link.checkpoint !== null && !shouldBeSealed)
    return "a checkpoint covers it, but the head says unsealed";
  return null;
}

function finish(trust: string, chain: Chain, counts: ChainCounts): void {
  const { stream, headSeq, headHash, sealedSeq } = chain.link;
  const bad = (problem: string) => new BadRow(trust, stream, problem);
  if (headSeq === null) throw bad("its head is missing");
  if (chain.seq === 0) throw bad("it has a head, but no entries");
  if (headSeq !== chain.seq) throw bad(`its head is at ${headSeq}, but its entries end at ${chain.seq}`);
  if (!headHash?.equals(chain.hash)) throw bad("its head is not the hash of its last entry");
  if (sealedSeq !== chain.sealed)
    throw bad(`its head says sealed to ${sealedSeq}, but it is to ${chain.sealed}`);
  counts.streams += 1;
  counts.entries += chain.seq;
  counts.unsealed += chain.seq - chain.sealed;
}

function parsed(text: string | null): Record<string, unknown> | null {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}
