import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "@/scripts/postgres-account";

export interface Daemon {
  port: number;
  stop(): Promise<void>;
}

/** Runs a server of Debian's under the account of PostgreSQL, and returns once its port answers. */
export async function startDaemon(
  [command = "", ...args]: string[],
  { account, home, port }: { account: Account; home: string; port: number },
): Promise<Daemon> {
  const logFile = join(home, "log");
  const log = openSync(logFile, "w", 0o600);
  const child = spawn(command, args, { ...account, cwd: "/", stdio: ["ignore", log, log] });
  closeSync(log);
  const ended = once(child, "exit");
  for (const deadline = Date.now() + 30_000; !(await isListening(port)); await sleep(20)) {
    if (child.exitCode === null && Date.now() < deadline) continue;
    child.kill("SIGKILL");
    throw new Error(`${command} did not start:\n${readFileSync(logFile, "utf8").slice(-4000)}`);
  }
  return {
    port,
    async stop() {
      child.kill("SIGINT");
      await ended;
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => settle(true));
    const settle = (answer: boolean) => {
      resolve(answer);
      socket.destroy();
    };
    socket.once("error", () => settle(false));
  });
}
