/** Installs the dependencies where they are missing or older than package-lock.json. Built-ins only. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export function installDependencies(root) {
  if (areInstalled(root)) return;
  console.error("Installing dependencies (about a minute the first time) …");
  if (npm(root, "ci") !== 0 && npm(root, "install", "--no-save") !== 0) {
    throw new Error("npm could not install the dependencies; its own message stands above");
  }
}

/** Compares the lock file with the record that npm leaves in node_modules of what it installed. */
function areInstalled(root) {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const present = packagesIn(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}

/** What npm prints goes to stderr: some scripts' stdout is for another program to read. */
function npm(cwd, ...args) {
  const options = { cwd, stdio: ["ignore", 2, 2] };
  const quiet = ["--no-audit", "--no-fund"];
  const entry = process.env.npm_execpath;
  const run = entry?.endsWith(".js")
    ? spawnSync(process.execPath, [entry, ...args, ...quiet], options)
    : spawnSync("npm", [...args, ...quiet], options);
  return run.status;
}
