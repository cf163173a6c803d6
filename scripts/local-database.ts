import { resolve } from "node:path";
import { readEnv } from "@/lib/platform/env";
import { type DatabaseAddresses, dropDatabase, keptPasswords, prepareDatabase } from "./database";
import { type EmbeddedPostgres, startEmbedded, stopEmbedded } from "./embedded-postgres";
import { root } from "./processes";

export const dataDir = resolve(root, process.env.DATA_DIR || ".data");
export const postgresDir = resolve(dataDir, "postgres");

export interface LocalDatabase extends DatabaseAddresses {
  /** Names the database across runs, whatever port its server has. */
  name: string;
  /** Empties it; only for the embedded one, since a server of the user's own is theirs to empty. */
  recreate?(): Promise<void>;
  stop(): Promise<void>;
}

/** The embedded database with its roles, or the one that DATABASE_URL and MIGRATION_URL name. */
export function openDatabase(): Promise<LocalDatabase> | LocalDatabase {
  return process.env.DATABASE_URL ? openOwn(process.env.DATABASE_URL) : openEmbedded();
}

async function openEmbedded(): Promise<LocalDatabase> {
  const server = await startEmbedded({ dir: postgresDir });
  const prepare = () => prepareEmbedded(server);
  return {
    ...(await prepare()),
    name: "embedded",
    async recreate() {
      await dropDatabase(server.superuserUrl(), "countersign");
      await prepare();
    },
    async stop() {
      await stopEmbedded(postgresDir);
    },
  };
}

/** Lends the embedded database and leaves its server as it was, running or not. */
export async function withEmbedded(work: (addresses: DatabaseAddresses) => Promise<void>): Promise<void> {
  const server = await startEmbedded({ dir: postgresDir });
  try {
    await work(await prepareEmbedded(server));
  } finally {
    if (!server.adopted) await server.stop();
  }
}

/** The addresses of the embedded database, which is made where it is missing. */
export function prepareEmbedded(server: EmbeddedPostgres): Promise<DatabaseAddresses> {
  return prepareDatabase(server.superuserUrl(), { database: "countersign", ...keptPasswords(postgresDir) });
}

function openOwn(appUrl: string): LocalDatabase {
  const ownerUrl = process.env.MIGRATION_URL;
  if (!ownerUrl) throw new Error("Set MIGRATION_URL too: the same database as its owner, see .env.example");
  const rest = { NEXTAUTH_URL: "http://localhost", NEXTAUTH_SECRET: "checked elsewhere".padEnd(32) };
  readEnv({ DATABASE_URL: appUrl, MIGRATION_URL: ownerUrl, ...rest });
  const { host, pathname } = new URL(ownerUrl);
  return { appUrl, ownerUrl, name: `${host}${pathname}`.replace(/[^\w.-]/g, "-"), stop: async () => {} };
}
