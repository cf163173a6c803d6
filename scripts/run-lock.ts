import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { commandLine, errorCode, isAlive } from "./processes";

/** In the data's folder: who serves the demonstration from it. */
export const demoLock = "demo.lock";

/** Keeps a second run off the same data; the lock of a killed run is taken over. */
export function takeRunLock(file: string, script: string): () => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
    const holder = Number(readFileSync(file, "utf8"));
    if (holder !== process.pid && isAlive(holder) && commandLine(holder).includes(`${script}.ts`)) {
      throw new Error(
        `It is running already, as process ${holder}: stop that with Ctrl-C, or \`kill ${holder}\``,
      );
    }
    rmSync(file, { force: true });
  }
}
