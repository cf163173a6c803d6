import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { migrate, prepareDatabase } from "@/scripts/database";
import { type EmbeddedPostgres, removeEmbedded, startEmbedded } from "@/scripts/embedded-postgres";
import { freePort, root } from "@/scripts/processes";

const dir = join(root, ".test", "faults-postgres");
const database = "faults";

export interface FaultServer {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** Every process of the server at one stroke, as when the computer's power goes. */
  kill(): void;
  /** The same data at the same address again. */
  start(flags?: string[]): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** A PostgreSQL server of its own, as durable as the demo's, that can be killed and started again. */
export async function openServer(): Promise<FaultServer> {
  await removeEmbedded(dir);
  const port = await freePort();
  let server: EmbeddedPostgres = await startEmbedded({ dir, port });
  const passwords = { ownerPassword: "owner", appPassword: "app" };
  const addresses = await prepareDatabase(server.superuserUrl(), { database, ...passwords });
  await migrate(addresses.ownerUrl);
  return {
    ...addresses,
    superuserUrl: server.superuserUrl(database),
    kill: () => killWhole(server.pid),
    async start(flags = []) {
      server = await startEmbedded({ dir, port, flags });
    },
    stop: () => server.stop(),
    remove: () => removeEmbedded(dir),
  };
}

export function connect(url: string): postgres.Sql {
  return postgres(url, { max: 4, onnotice: () => {} });
}

/** The postmaster is halted first, so that it can neither start another process nor see one die. */
function killWhole(postmaster: number): void {
  process.kill(postmaster, "SIGSTOP");
  for (const pid of [...childrenOf(postmaster), postmaster]) process.kill(pid, "SIGKILL");
}

function childrenOf(parent: number): number[] {
  const pairs = process.platform === "linux" ? processesOfLinux() : processesByPs();
  return pairs.filter(([, of]) => of === parent).map(([pid]) => pid);
}

type Pair = readonly [pid: number, parent: number];

function processesOfLinux(): Pair[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

function processesByPs(): Pair[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    return [pid, parent] as const;
  });
}
