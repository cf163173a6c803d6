import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { resetEnv } from "@/lib/platform/env";
import { useDatabase } from "@/tests/support/database";
import { testPasswords } from "@/tests/support/global-database";
import type { Daemon } from "./daemon";
import { proveJourney } from "./journey";
import { serverConnections, startPgBouncer } from "./pgbouncer";

const database = useDatabase();
let bouncer: Daemon;
let most = 0;
let watching: NodeJS.Timeout;

beforeAll(async () => {
  const server = new URL(database.urls.app);
  bouncer = await startPgBouncer(server, { countersign_app: testPasswords.appPassword });
  server.port = String(bouncer.port);
  Object.assign(process.env, { DATABASE_URL: server.href, PGBOUNCER: "1", DATABASE_POOL: "40" });
  resetEnv();
  watching = setInterval(watch, 20);
});

afterAll(async () => {
  clearInterval(watching);
  await closeDatabase();
  await bouncer.stop();
});

async function watch(): Promise<void> {
  const [row] = await database.superuser`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and usename = 'countersign_app'`;
  most = Math.max(most, row?.count);
}

proveJourney(database);

test("all of it went through the few connections of the pooler", () => {
  expect(most).toBe(serverConnections);
});
