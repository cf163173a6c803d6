/**
 * Adds to package-lock.json the optional packages of other platforms that npm left out of it.
 * Where a registry lacks one of them, npm omits it from the lock file, and then `npm ci` refuses it as missing.
 * Run it by hand after `npm install` has changed the lock file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const lockFile = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const systems = [
  "darwin",
  "linux",
  "win32",
  "android",
  "freebsd",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
  "openharmony",
];
const processors = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "ppc64",
  "s390x",
  "riscv64",
  "loong64",
  "mips64el",
  "wasm32",
];

const lock = JSON.parse(readFileSync(lockFile, "utf8"));
const added = [];

for (const [owner, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(owner, name)) continue;
    const platform = platformOf(name);
    if (!platform) {
      console.warn(`${name}: its platform is unclear from its name; left out`);
      continue;
    }
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ""),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...platform,
    };
    added.push(name);
  }
}

if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`${added.length} packages added to package-lock.json`);

/** Looks for the package where Node would: beside its owner, then in each folder above. */
function isLocked(owner, name) {
  for (
    let base = owner;
    ;
    base = base.slice(0, Math.max(0, base.lastIndexOf("node_modules/"))).replace(/\/$/, "")
  ) {
    if (lock.packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (base === "") return false;
  }
}

function platformOf(name) {
  const words = name.split(/[/-]/);
  const system = words.includes("windows") ? "win32" : systems.find((word) => words.includes(word));
  if (!system) return null;
  const processor = processors.find((word) => words.includes(word));
  return {
    os: [system],
    ...(processor ? { cpu: [processor] } : {}),
    ...(words.includes("musl") ? { libc: ["musl"] } : {}),
  };
}
