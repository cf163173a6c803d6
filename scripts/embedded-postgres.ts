import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Account, giveTo, postgresAccount, reachablePlace } from "./postgres-account";
import { postgresBinaries } from "./postgres-binaries";
import { clearStalePidFile, findRunning, readPostmaster, stopPostmaster } from "./postmaster";
import { freePort } from "./processes";
import { keptSecret } from "./secrets";

export interface EmbeddedPostgres {
  superuserUrl(database?: string): string;
  port: number;
  pid: number;
  /** Where the data lies, which is elsewhere if the account that runs PostgreSQL can't reach the folder asked for. */
  dir: string;
  /** It was running already. */
  adopted: boolean;
  stop(): Promise<void>;
}

interface Options {
  dir: string;
  /** More settings of the server, such as ["-c", "fsync=off"]. */
  flags?: string[];
  /** A free one is taken unless it is given. */
  port?: number;
}

/** For databases that a test throws away: fast, and lost if the system fails. */
export const throwaway = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];

/** Nothing of ours reaches the server, neither secrets nor PG… settings. */
const environment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
};

/** Starts the PostgreSQL that came from npm on a data directory, or adopts the server that already runs on it. */
export async function startEmbedded({ dir, flags = [], port }: Options): Promise<EmbeddedPostgres> {
  const account = postgresAccount();
  const home = reachablePlace(resolve(dir), account);
  const secretFile = `${resolve(dir)}.password`;
  if (existsSync(home)) checkOwner(home, secretFile, account);
  const password = keptSecret(secretFile);

  const running = await findRunning(home);
  if (running) return handle(running, true);

  const binaries = postgresBinaries(account);
  if (!existsSync(home)) initialise(binaries, home, secretFile, account);
  clearStalePidFile(home);
  return await startPatiently();

  /** A killed server's last processes and a port taken meanwhile pass; somebody else's start is adopted. */
  async function startPatiently(): Promise<EmbeddedPostgres> {
    for (const deadline = Date.now() + 20_000; ; await sleep(100)) {
      const takenPort = port ?? (await freePort());
      const outcome = await launch(binaries, home, `${resolve(dir)}.log`, account, takenPort, flags);
      if (typeof outcome === "number") return handle({ pid: outcome, port: takenPort }, false);
      const other = await findRunning(home);
      if (other) return handle(other, true);
      const passes = /Address already in use|pre-existing shared memory|lock file .* already exists/.test(
        outcome,
      );
      if (!passes || Date.now() > deadline) throw new Error(`PostgreSQL did not start:\n${outcome}`);
    }
  }

  function handle(server: { pid: number; port: number }, adopted: boolean): EmbeddedPostgres {
    return {
      superuserUrl: (database = "postgres") =>
        `postgres://postgres:${password}@127.0.0.1:${server.port}/${database}`,
      port: server.port,
      pid: server.pid,
      dir: home,
      adopted,
      stop: () => stopPostmaster(server.pid, home),
    };
  }
}

/** Stops the server on a data directory, if one runs; says whether it did. */
export async function stopEmbedded(dir: string): Promise<boolean> {
  const home = reachablePlace(resolve(dir), postgresAccount());
  const running = await findRunning(home);
  if (running) await stopPostmaster(running.pid, home);
  return running !== null;
}

/** Stops the server and removes its data, its password and its log. */
export async function removeEmbedded(dir: string): Promise<void> {
  await stopEmbedded(dir);
  const home = reachablePlace(resolve(dir), postgresAccount());
  for (const path of [home, `${home}.new`, `${resolve(dir)}.password`, `${resolve(dir)}.log`]) {
    rmSync(path, { recursive: true, force: true });
  }
}

function checkOwner(home: string, secretFile: string, account: Account): void {
  const wanted = account.uid ?? process.getuid?.();
  const { uid } = statSync(home);
  if (wanted !== undefined && uid !== wanted) {
    throw new Error(
      `${home} belongs to another account (user id ${uid}): run this as the user who first did, or remove the folder`,
    );
  }
  if (!existsSync(secretFile)) {
    throw new Error(
      `${home} has data, but its password file ${secretFile} is gone: remove the folder to start afresh`,
    );
  }
}

/** Makes the cluster beside its place and moves it there, so that a killed start leaves no half of one. */
function initialise(binaries: string, home: string, secretFile: string, account: Account): void {
  const draft = `${home}.new`;
  const passwordFile = join(draft, "password");
  const cluster = join(draft, "cluster");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(draft, account);
  writeFileSync(passwordFile, readFileSync(secretFile), { mode: 0o600 });
  giveTo(passwordFile, account);
  const flags = [
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
  ];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"];
  const result = spawnSync(join(binaries, "bin", "initdb"), ["-D", cluster, ...flags, ...locale], {
    ...account,
    cwd: "/",
    env: environment,
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || result.error}`);
  renameSync(cluster, home);
  rmSync(draft, { recursive: true });
}

/** Returns the process number once the server is ready, or what it said when it gave up. */
async function launch(
  binaries: string,
  home: string,
  logFile: string,
  account: Account,
  port: number,
  flags: string[],
): Promise<number | string> {
  const log = openSync(logFile, "w", 0o600);
  const network = ["-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
  const size = ["-c", "shared_buffers=128MB", "-c", "max_connections=100"];
  const server = spawn(join(binaries, "bin", "postgres"), ["-D", home, ...network, ...size, ...flags], {
    ...account,
    cwd: "/",
    env: environment,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  server.unref();
  let failure: string | null = null;
  server.once("error", (error) => {
    failure = error.message;
  });
  server.once("exit", () => {
    failure = readFileSync(logFile, "utf8").slice(-4000);
  });
  for (;;) {
    const found = readPostmaster(home);
    if (found?.pid === server.pid && found?.ready) return found.pid;
    if (failure !== null) return failure;
    await sleep(10);
  }
}
