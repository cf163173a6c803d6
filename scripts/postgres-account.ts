import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chownSync, constants, lstatSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Whom PostgreSQL runs as: for an ordinary user nobody else, so both are left out. */
export type Account = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root: then it runs as an account that the system already has. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const fields = lines.find(([account]) => account === name);
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    "PostgreSQL does not run as root, and this system has neither a postgres nor a nobody account",
  );
}

/** Can the account get at the path? Not where the checkout lies under a home directory closed to others. */
export function isReachable(path: string, account: Account): boolean {
  if (account.uid === undefined) return true;
  return spawnSync("test", ["-x", path], { ...account, cwd: "/" }).status === 0;
}

/** Where the data directory really lies: as asked, or outside a checkout that the account can't reach. */
export function reachablePlace(dir: string, account: Account): string {
  mkdirSync(dirname(dir), { recursive: true, mode: 0o755 });
  if (isReachable(dirname(dir), account)) return dir;
  const name = createHash("sha256").update(dir).digest("hex").slice(0, 12);
  return join(lastingFolder(`countersign-${name}`), "postgres");
}

/** A folder of ours that survives a restart of the system; refuses one that somebody else put there. */
export function lastingFolder(name: string): string {
  const folder = join(lastingTemp(), name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new Error(`${folder} belongs to somebody else: remove it and try again`);
  }
  return folder;
}

function lastingTemp(): string {
  try {
    accessSync("/var/tmp", constants.W_OK);
    return "/var/tmp";
  } catch {
    return tmpdir();
  }
}

export function giveTo(path: string, account: Account): void {
  if (account.uid !== undefined) chownSync(path, account.uid, account.gid);
}
