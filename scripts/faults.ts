/**
 * Kills PostgreSQL under writers and counts what is lost: `npm run test:faults`. It kills processes, not the power:
 * what the system had taken over from the server survives, so that a disk that lies about its cache is not found.
 */
import { join } from "node:path";
import type postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { verifyTrustIn } from "@/lib/audit/queries";
import { resetEnv } from "@/lib/platform/env";
import { countAnsweredAgain, countDoubled, countLost, findHalfDone } from "@/tests/faults/invariants";
import type { Ledger } from "@/tests/faults/ledger";
import { aWard, type Ward } from "@/tests/faults/people";
import { killAndRepeat, killOnceWithoutDurability, kills, writers } from "@/tests/faults/run";
import { connect, type FaultServer, openServer } from "@/tests/faults/server";
import { findUnseen } from "@/tests/faults/tampering";
import { appEnvironment } from "./app-environment";
import { endings } from "./ending";
import { root } from "./processes";
import { say, seconds, step } from "./progress";
import { conclude } from "./stage";

const dataDir = join(root, ".test", "faults-data");
const found: [what: string, holds: boolean][] = [];
const { atEnd, end } = endings();

/** Without the driver's guard a kill ends here: an error that no promise carries. */
process.on("uncaughtException", (error, origin) => {
  console.error(`Nobody caught this (${origin}):`, error);
  void end(1);
});

try {
  await proveAll();
  conclude({
    passed: found.filter(([, holds]) => holds).length,
    failed: found.filter(([, holds]) => !holds).length,
  });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
await end(Number(process.exitCode ?? 0));

async function proveAll(): Promise<void> {
  const server = await step("Starting PostgreSQL", openServer);
  atEnd(() => server.remove());
  atEnd(closeDatabase);
  Object.assign(process.env, appEnvironment(server.appUrl, 3000, dataDir), {
    DATABASE_POOL: String(writers),
  });
  resetEnv();
  const ward = await step("Making a trust", () => makeWard(server));
  await step(`Killing it ${kills} times under ${writers} writers`, () => proveDurable(server, ward));
  await step("Killing it once without durability, as a control", () => proveHarness(server, ward));
}

function makeWard({ ownerUrl, appUrl, superuserUrl }: FaultServer): Promise<Ward> {
  return looking(ownerUrl, (owner) =>
    looking(superuserUrl, (superuser) => {
      const urls = { superuser: superuserUrl, owner: ownerUrl, app: appUrl };
      return aWard({ owner, superuser, app: owner, urls }, 4 * writers);
    }),
  );
}

async function proveDurable(server: FaultServer, ward: Ward): Promise<void> {
  const start = performance.now();
  const { acknowledged, unknown } = await killAndRepeat(server, ward);
  const time = seconds(performance.now() - start);
  await looking(server.superuserUrl, async (sql) => {
    const again = await countAnsweredAgain(sql, acknowledged);
    say(
      `${acknowledged.length} acknowledged in ${time}; ${unknown} without an answer, ${again} of them done`,
    );
    check("the server writes before it acknowledges", await isDurable(sql));
    check("nothing acknowledged is lost", await countLost(sql, acknowledged));
    check("nothing is doubled", await countDoubled(sql, acknowledged));
    const halves = await findHalfDone(sql);
    for (const [what, count] of halves) say(`${count} × ${what}`);
    check("nothing is half done", halves.size);
    const unseen = await findUnseen(sql, acknowledged);
    for (const what of unseen) say(`Not seen when made on purpose: ${what}`);
    check("what is made half done or doubled on purpose is seen", unseen.length === 0);
    check("the audit trail verifies", await verifies(sql, ward.world.trustId));
  });
}

async function proveHarness(server: FaultServer, ward: Ward): Promise<void> {
  const { acknowledged }: Ledger = await killOnceWithoutDurability(server, ward);
  const lost = await looking(server.superuserUrl, (sql) => countLost(sql, acknowledged));
  say(`${acknowledged.length} acknowledged, ${lost} lost`);
  check("the harness sees loss", lost > 0);
}

/** A count of faults holds at 0. */
function check(what: string, result: number | boolean): void {
  const holds = typeof result === "number" ? result === 0 : result;
  found.push([what, holds]);
  say(`${holds ? "ok    " : "FAILED"}  ${what}${typeof result === "number" ? `: ${result}` : ""}`);
}

async function isDurable(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql`select current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`;
  return row?.fsync === "on" && row?.commit === "on" && row?.pages === "on";
}

async function verifies(sql: postgres.Sql, trustId: string): Promise<boolean> {
  const outside = { dataDir, settledSize: 0, keys: new Map() };
  const counts = await sql.begin("isolation level repeatable read read only", (tx) =>
    verifyTrustIn(tx, trustId, outside),
  );
  say(`${counts.entries} audit entries of ${counts.streams} records`);
  return counts.entries > 0;
}

async function looking<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = connect(url);
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
