import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { serverArguments, type Variables } from "./commands";
import { root } from "./processes";

export interface Server {
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

interface Options {
  port: number;
  env: Variables;
  mode?: "start" | "dev";
  host?: string;
  /** Where its output goes; to the terminal without one. */
  logFile?: string;
}

/** Serves the application in a process of its own, and returns once it answers. */
export async function serve({ port, env, mode = "start", host, logFile }: Options): Promise<Server> {
  const log = logFile ? openSync(logFile, "w", 0o600) : "inherit";
  const address = ["-p", String(port), ...(host ? ["-H", host] : [])];
  const child = spawn(process.execPath, [...serverArguments(), mode, ...address], {
    cwd: root,
    env: {
      ...process.env,
      ENDS_WITH_PARENT: "1",
      NODE_ENV: mode === "dev" ? "development" : "production",
      ...env,
    },
    stdio: ["ignore", log, log, "ipc"],
    detached: true,
  });
  if (typeof log === "number") closeSync(log);
  const ended = once(child, "exit");
  await answering();
  return { ended, stop };

  async function answering(): Promise<void> {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
      if (child.exitCode !== null) break;
      const response = await fetch(`http://127.0.0.1:${port}/`, { redirect: "manual" }).catch(() => null);
      if (response) return;
    }
    await stop();
    throw new Error(
      `The application did not start.\n${logFile ? readFileSync(logFile, "utf8").slice(-4000) : ""}`,
    );
  }

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await Promise.race([ended, sleep(5_000, undefined, { ref: false })]);
    child.kill("SIGKILL");
    await ended;
  }
}
