import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { giveTo, postgresAccount, reachablePlace } from "@/scripts/postgres-account";
import { freePort, root } from "@/scripts/processes";
import { type Daemon, startDaemon } from "./daemon";

export const serverConnections = 4;

/** PgBouncer in transaction mode before a server, with few connections to it; startup parameters are not ignored. */
export async function startPgBouncer(server: URL, users: Record<string, string>): Promise<Daemon> {
  const account = postgresAccount();
  const home = reachablePlace(join(root, ".test", "pgbouncer"), account);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { mode: 0o700 });
  giveTo(home, account);
  const write = (name: string, lines: string[]) => {
    const file = join(home, name);
    writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
    giveTo(file, account);
    return file;
  };
  const port = await freePort();
  const userFile = write(
    "users.txt",
    Object.entries(users).map(([user, password]) => `"${user}" "${password}"`),
  );
  const settings = write("pgbouncer.ini", [
    "[databases]",
    `* = host=${server.hostname} port=${server.port}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = scram-sha-256",
    `auth_file = ${userFile}`,
    "pool_mode = transaction",
    `default_pool_size = ${serverConnections}`,
    `max_db_connections = ${serverConnections}`,
  ]);
  return startDaemon(["/usr/sbin/pgbouncer", settings], { account, home, port });
}
