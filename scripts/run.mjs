/**
 * Runs scripts/<name>.ts on a checkout in any state: checks Node, installs what is missing, guards the database
 * driver, prepares the NHS stylesheet and continues on the Node that npm brought. Built-ins only.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies } from "./dependencies.mjs";
import { guardDriver } from "./postgres-guard.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [name, ...args] = process.argv.slice(2);

try {
  checkNode();
  const script = findScript();
  installDependencies(root);
  guardDriver(join(root, "node_modules", "postgres"));
  compileStylesheet();
  start(script);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Countersign needs Node 20.19 or newer; this is ${process.versions.node}`);
}

function findScript() {
  const script = join(root, "scripts", `${name}.ts`);
  if (/^[a-z-]+$/.test(name ?? "") && existsSync(script)) return script;
  throw new Error(`There is no script "${name ?? ""}"`);
}

function compileStylesheet() {
  const { status } = spawnSync(process.execPath, [join(root, "scripts", "nhsuk-css.mjs")], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("The NHS stylesheet could not be compiled");
}

function start(script) {
  const preload = join(root, "scripts", "end-with-parent.mjs");
  const flags = ["--import", "tsx", "--import", preload, "--conditions=react-server"];
  const child = spawn(newestNode(), [...flags, script, ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ENDS_WITH_PARENT: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

/** npm's own Node halves the time of a page; it needs glibc, so it is tried before it is trusted. */
function newestNode() {
  const own = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  return spawnSync(own, ["--version"]).status === 0 ? own : process.execPath;
}
