import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sqlState } from "@/db/errors";
import type { CommandContext } from "@/lib/auth/actor";
import { errorCode } from "@/scripts/processes";
import { aKey } from "@/tests/factories/context";

/** What a writer was told is done. */
export interface Acknowledgement {
  action: string;
  staffId: string;
  key: string;
  id: string;
  /** The attempt that was answered: each has a request id of its own, which the audit keeps. */
  requestId: string;
}

/** What all writers were told, kept outside the database. */
export interface Ledger {
  acknowledged: Acknowledgement[];
  inFlight: number;
  /** Answers that never came, because the server died: the same key was sent again. */
  unknown: number;
  /** Nobody repeats any more, and whatever fails is let go. */
  halted: boolean;
}

export function openLedger(): Ledger {
  return { acknowledged: [], inFlight: 0, unknown: 0, halted: false };
}

/** Who acts, and when. */
export type Moment = Pick<CommandContext, "actor" | "now">;

/** A writer was told to stop before its command was sent, or while its outcome was unknown. */
export class Halted extends Error {}

/** Long enough to meet several kills in a row, each with the driver's growing pause before it connects again. */
const patience = 60_000;

const longestAnswer = 30_000;

/** Sends a command under one key until it is answered, and writes the answer down. */
export async function settle(
  ledger: Ledger,
  { actor, now }: Moment,
  action: string,
  send: (ctx: CommandContext, key: string) => Promise<{ id: string }>,
): Promise<string> {
  const key = aKey();
  let requestId = "";
  const { id } = await persist(ledger, () => {
    requestId = randomUUID();
    return send({ actor, now, requestId }, key);
  });
  ledger.acknowledged.push({ action, staffId: actor.staffId, key, id, requestId });
  return id;
}

/** Repeats what failed for want of a server; any other failure is the run's. */
export async function persist<T>(ledger: Ledger, work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + patience; ; await sleep(20 + Math.random() * 30)) {
    if (ledger.halted) throw new Halted();
    ledger.inFlight += 1;
    try {
      return await within(longestAnswer, work());
    } catch (error) {
      if (!isServerLost(error) || Date.now() > deadline) throw ledger.halted ? new Halted() : error;
      ledger.unknown += 1;
    } finally {
      ledger.inFlight -= 1;
    }
  }
}

const lostConnection = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE)/;
const lostServer = /^(08|57P0)/;

function isServerLost(error: unknown): boolean {
  const state = sqlState(error) ?? errorCode(error) ?? "";
  return lostConnection.test(state) || lostServer.test(state);
}

/** A command that is never answered, neither yes nor no, is a fault of its own. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = sleep(milliseconds, null, { signal: timer.signal }).then(() => {
    throw new Error(`No answer in ${milliseconds / 1000} s`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => {});
    timer.abort();
  }
}
