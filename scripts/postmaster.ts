import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine, isAlive } from "./processes";

/** A PostgreSQL server as its postmaster.pid describes it. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

export function readPostmaster(home: string): Postmaster | null {
  const file = join(home, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** The server that already runs on this data directory, such as the orphan of a killed run; waits until it is ready. */
export async function findRunning(home: string): Promise<Postmaster | null> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(20)) {
    const found = readPostmaster(home);
    if (!found || !serves(found.pid, home)) return null;
    if (found.ready && (await answers(found.port))) return found;
  }
  throw new Error(`The PostgreSQL server on ${home} has been starting or stopping for half a minute`);
}

/** Fast shutdown: breaks off what runs, keeps what was committed. */
export async function stopPostmaster(pid: number, home: string): Promise<void> {
  if (!serves(pid, home)) return;
  process.kill(pid, "SIGINT");
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(10)) {
    if (!isAlive(pid)) return;
  }
  throw new Error(`The PostgreSQL server (process ${pid}) does not stop`);
}

/**
 * After a restart of the system or a container, the process number in a left-over postmaster.pid can belong to
 * another program, and PostgreSQL then refuses to start. The file goes only if no process works in the directory.
 */
export function clearStalePidFile(home: string): void {
  const found = readPostmaster(home);
  if (process.platform !== "linux" || !found || !isAlive(found.pid) || isInUse(home)) return;
  rmSync(join(home, "postmaster.pid"));
}

/** Asks whether it speaks TLS, which only a server that still takes connections answers: one being killed does not. */
function answers(port: number): Promise<boolean> {
  const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(sslRequest));
    const settle = (answer: boolean) => {
      resolve(answer);
      socket.destroy();
    };
    socket.once("data", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("close", () => settle(false));
    socket.setTimeout(2_000, () => settle(false));
  });
}

function serves(pid: number, home: string): boolean {
  if (!isAlive(pid)) return false;
  return process.platform === "linux" ? worksIn(pid, home) : commandLine(pid).includes("postgres");
}

function isInUse(home: string): boolean {
  return readdirSync("/proc").some((name) => /^\d+$/.test(name) && worksIn(Number(name), home));
}

/** Every PostgreSQL process has its data directory as its working directory. */
function worksIn(pid: number, home: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(home);
  } catch {
    return false;
  }
}
