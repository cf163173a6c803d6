import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./processes";

export type Variables = Record<string, string>;

export interface Outcome {
  ok: boolean;
  /** All that it printed, as it came. */
  output: string;
  /** What it printed for another program alone. */
  stdout: string;
}

interface Options {
  env?: Variables;
  /** Show what it prints as it comes, on stderr, as well as keeping it. */
  show?: boolean;
}

/** Runs a program to its end and keeps what it printed. */
export function run(
  command: string,
  args: string[],
  { env = {}, show = false }: Options = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ENDS_WITH_PARENT: "1", ...env },
      stdio: ["ignore", "pipe", "pipe", ...(command === process.execPath ? ["ipc" as const] : [])],
    });
    let output = "";
    let stdout = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
      if (show) process.stderr.write(chunk);
    };
    child.stdout?.on("data", (chunk: Buffer) => {
      stdout += chunk;
      keep(chunk);
    });
    child.stderr?.on("data", keep);
    child.once("error", (error) => resolve({ ok: false, output: `${output}${error.message}\n`, stdout }));
    child.once("close", (code) => resolve({ ok: code === 0, output, stdout }));
  });
}

/** As `run`, but throws what the program printed if it failed; answers with what it printed for programs. */
export async function mustRun(command: string, args: string[], options?: Options): Promise<string> {
  const { ok, output, stdout } = await run(command, args, options);
  if (!ok) throw new Error(options?.show ? "That failed; what it said stands above" : output);
  return stdout;
}

/** How Node runs one of this folder's own scripts, ending with the process that started it. */
export function scriptArguments(name: string): string[] {
  return [
    "--import",
    "tsx",
    ...endsWithParent,
    "--conditions=react-server",
    join(root, "scripts", `${name}.ts`),
  ];
}

/** How Node runs a tool from node_modules, such as "next/dist/bin/next". */
export function toolArguments(tool: string): string[] {
  return [...endsWithParent, join(root, "node_modules", tool)];
}

/**
 * How Node runs the web server: with four times the usual room for what is young, since collecting the many small
 * values of a large page took a tenth of its time.
 */
export function serverArguments(): string[] {
  return ["--max-semi-space-size=64", ...toolArguments("next/dist/bin/next")];
}

const endsWithParent = ["--import", join(root, "scripts", "end-with-parent.mjs")];
