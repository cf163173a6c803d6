import { setTimeout as sleep } from "node:timers/promises";
import { say, seconds } from "@/scripts/progress";
import { type Ledger, openLedger } from "./ledger";
import type { Ward } from "./people";
import type { FaultServer } from "./server";
import { write } from "./writer";

export const writers = 24;
export const kills = 5;

/** So many commands are answered before a kill that it meets writers at work. */
const warmUp = 100;

/** Kills the server again and again under its writers, and lets each of them have its last answer. */
export function killAndRepeat(server: FaultServer, ward: Ward): Promise<Ledger> {
  return underWriters(ward, async (ledger) => {
    for (let kill = 1; kill <= kills; kill += 1) {
      await answered(ledger, warmUp);
      await sleep(Math.random() * 250);
      const inFlight = ledger.inFlight;
      server.kill();
      const down = performance.now();
      await server.start();
      await answered(ledger, 1);
      const time = seconds(performance.now() - down);
      say(`  kill ${kill}: ${inFlight} in flight, answering again after ${time}`);
    }
    await answered(ledger, warmUp);
  });
}

/** Nothing is written for seconds, however long the list of what was acknowledged grows. */
const carefree = [
  "synchronous_commit=off",
  "wal_writer_delay=10s",
  "wal_buffers=64MB",
  "full_page_writes=off",
  "autovacuum=off",
].flatMap((setting) => ["-c", setting]);

/** The same writers on a server that acknowledges before it has written: nobody repeats after the kill. */
export async function killOnceWithoutDurability(server: FaultServer, ward: Ward): Promise<Ledger> {
  await server.stop();
  await server.start(carefree);
  return underWriters(ward, async (ledger) => {
    await answered(ledger, warmUp);
    server.kill();
    ledger.halted = true;
    await server.start();
  });
}

async function underWriters(ward: Ward, work: (ledger: Ledger) => Promise<void>): Promise<Ledger> {
  const ledger = openLedger();
  let over = false;
  const crew = Array.from({ length: writers }, (_, index) =>
    write(
      ledger,
      ward,
      ward.learners.filter((_, place) => place % writers === index),
      () => over,
    ),
  );
  const worked = work(ledger).finally(() => {
    over = true;
  });
  await Promise.all([worked, ...crew]);
  return ledger;
}

async function answered(ledger: Ledger, more: number): Promise<void> {
  const enough = ledger.acknowledged.length + more;
  for (const deadline = Date.now() + 60_000; ledger.acknowledged.length < enough; await sleep(5)) {
    if (Date.now() > deadline) throw new Error(`The writers did not get ${more} answers in a minute`);
  }
}
