import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { serverArguments, type Variables } from "../commands";

export interface BenchServer {
  pid: number;
  stop(): Promise<void>;
}

/** Serves the build in a folder, on loopback alone; ends with this process. */
export async function serveFolder(folder: string, port: number, env: Variables): Promise<BenchServer> {
  const logFile = `${folder}.log`;
  const log = openSync(logFile, "w", 0o600);
  const args = [...serverArguments(), "start", "-p", String(port), "-H", "127.0.0.1"];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ENDS_WITH_PARENT: "1", NODE_ENV: "production", LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  for (
    const deadline = Date.now() + 30_000;
    Date.now() < deadline && child.exitCode === null;
    await sleep(50)
  ) {
    const answered = await fetch(`http://127.0.0.1:${port}/api/health/live`).catch(() => null);
    if (answered && child.pid) return { pid: child.pid, stop };
  }
  await stop();
  throw new Error(`The build did not start:\n${readFileSync(logFile, "utf8").slice(-4000)}`);

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await Promise.race([ended, sleep(5_000, undefined, { ref: false })]);
    child.kill("SIGKILL");
    await ended;
  }
}
