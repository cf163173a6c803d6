import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./processes";
import { demoLock } from "./run-lock";

/** `npm run demo` as somebody's terminal runs it, once it has printed its address. */
export interface DemoRun {
  address: string;
  seconds: number;
  /** Ctrl-C; answers with the exit code. */
  interrupt(): Promise<number | null>;
  /** SIGKILL to the process that holds the data, which can then tidy up nothing. */
  kill(): Promise<void>;
}

/** Starts a demonstration with its data in a folder of its own; throws what it printed if it ends instead. */
export async function startDemo(dataDir: string, port: number): Promise<DemoRun> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, "scripts", "run.mjs"), "demo"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", MIGRATION_URL: "", DATA_DIR: dataDir, PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit") as Promise<[number | null]>;
  const address = await addressFrom(child.stderr, ended);
  return {
    address,
    seconds: (performance.now() - began) / 1000,
    async interrupt() {
      child.kill("SIGINT");
      const [code] = await ended;
      return code;
    },
    async kill() {
      process.kill(Number(readFileSync(join(dataDir, demoLock), "utf8")), "SIGKILL");
      await ended;
    },
  };
}

async function addressFrom(printed: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  let output = "";
  return new Promise((resolve, reject) => {
    printed.on("data", (chunk) => {
      output += chunk;
      const address = /Countersign is at (\S+)/.exec(output)?.[1];
      if (address) resolve(address);
    });
    void ended.then(() => reject(new Error(`The demonstration ended by itself:\n${output}`)));
  });
}
