import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { toolArguments } from "../commands";
import { root } from "../processes";

const copied =
  /^(app|components|db|lib|public|package\.json|tsconfig\.json|(next\.config|proxy|instrumentation)\..*)$/;
const floors = join(root, "scripts", "bench", "floors");

/**
 * Builds the application with its two floors beside it, in a copy that nobody else serves: the product itself has
 * no such page. The copy lies within the checkout, so that it finds the same node_modules.
 */
export async function buildScratch(folder: string): Promise<void> {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name !== ".next") rmSync(join(folder, name), { recursive: true });
  }
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(root).filter((one) => copied.test(one))) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  place("page.tsx", join(folder, "app", "bench-floor"));
  place("route.ts", join(folder, "app", "api", "bench", "[ods]", "[page]", "[id]"));
  await next(folder, "build");

  function place(file: string, into: string): void {
    mkdirSync(into, { recursive: true });
    cpSync(join(floors, file), join(into, file));
  }
}

async function next(folder: string, command: string): Promise<void> {
  const child = spawn(process.execPath, [...toolArguments("next/dist/bin/next"), command], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(output);
}
