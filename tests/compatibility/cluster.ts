import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { withConnection } from "@/scripts/database";
import { throwaway } from "@/scripts/embedded-postgres";
import { type Account, giveTo, postgresAccount, reachablePlace } from "@/scripts/postgres-account";
import { findRunning, stopPostmaster } from "@/scripts/postmaster";
import { freePort, root } from "@/scripts/processes";
import { type Daemon, startDaemon } from "./daemon";

const debian = "/usr/lib/postgresql/15/bin";

export interface Cluster extends Daemon {
  superuserUrl: string;
}

/** A new cluster of Debian's PostgreSQL 15, beside the one that its package may have made. */
export async function startCluster(): Promise<Cluster> {
  const account = postgresAccount();
  const home = reachablePlace(join(root, ".test", "postgres-15"), account);
  const data = join(home, "data");
  const left = await findRunning(data);
  if (left) await stopPostmaster(left.pid, data);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { mode: 0o700 });
  giveTo(home, account);
  initialise(home, data, account);
  const port = await freePort();
  const network = ["-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
  const daemon = await startDaemon([join(debian, "postgres"), "-D", data, ...network, ...throwaway], {
    account,
    home,
    port,
  });
  const superuserUrl = `postgres://postgres:superuser@127.0.0.1:${port}/postgres`;
  await untilStarted(superuserUrl);
  return { ...daemon, superuserUrl };
}

/** The port answers before the server takes queries. */
async function untilStarted(superuserUrl: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await sleep(50)) {
    try {
      await withConnection(superuserUrl, (sql) => sql`select 1`);
      return;
    } catch (error) {
      const starting = error instanceof postgres.PostgresError && error.code === "57P03";
      if (!starting || Date.now() > deadline) throw error;
    }
  }
}

function initialise(home: string, data: string, account: Account): void {
  const passwordFile = join(home, "password");
  writeFileSync(passwordFile, "superuser\n", { mode: 0o600 });
  giveTo(passwordFile, account);
  const flags = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const form = ["--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"];
  const { status, stderr } = spawnSync(join(debian, "initdb"), ["-D", data, ...flags, ...form], {
    ...account,
    cwd: "/",
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`initdb of PostgreSQL 15 failed: ${stderr}`);
}
