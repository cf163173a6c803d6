import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { bootstrapTrust, loadReferenceFrameworks } from "@/db/seed/bootstrap";
import { hashPassword } from "@/lib/auth/password";
import { findActor, openSession } from "@/lib/auth/sessions";
import { adoptFramework } from "@/lib/competencies/frameworks/commands";
import { now } from "@/lib/platform/clock";
import { resetEnv } from "@/lib/platform/env";
import { appEnvironment } from "../app-environment";
import { dropDatabase, migrate, prepareDatabase } from "../database";

export interface World {
  staff: number;
  appUrl: string;
  sql: postgres.Sql;
  /** The first trust is the one whose pages are measured, the second the one whose requests are decided. */
  trusts: { id: string; ods: string }[];
  practices: number;
}

/** Everybody who signs has this password. */
export const password = "correct horse battery staple";

/** How a database's staff are spread over its trusts; one team of the first has forty people at every size. */
const shares = [0.5, 0.25, 0.15, 0.1];
const odsCodes = ["ZZB1", "ZZB2", "ZZB3", "ZZB4"];

/** Requests that are ready to decide, in the second trust. */
const readyRequests = 480;
const historyDays = 760;

const statements = ["people.sql", "histories.sql"].map((name) =>
  readFileSync(new URL(name, import.meta.url), "utf8"),
);

/** A database of its own with so many staff, filled by set-based SQL; this process is connected to it as the app. */
export async function buildWorld(superuserUrl: string, staff: number, filesDir: string): Promise<World> {
  const database = `bench_${staff}`;
  await dropDatabase(superuserUrl, database);
  const passwords = { ownerPassword: "owner", appPassword: "app" };
  const { ownerUrl, appUrl } = await prepareDatabase(superuserUrl, { database, ...passwords });
  await migrate(ownerUrl);
  await connectAs(appUrl, filesDir);
  const begin = new Date(now().getTime() - historyDays * 86_400_000);
  const address = new URL(superuserUrl);
  address.pathname = `/${database}`;
  const sql = postgres(address.href, { max: 2, onnotice: () => {} });
  await loadReferenceFrameworks(
    sql,
    JSON.parse(readFileSync("db/seed/reference/catalogue.json", "utf8")),
    begin,
  );
  const hash = await hashPassword(password);
  const trusts: World["trusts"] = [];
  for (const [index, ods] of odsCodes.entries()) {
    const people = peopleOf(Math.round(staff * (shares[index] ?? 0)));
    const trust = await emptyTrust(sql, ods, begin);
    await fill(sql, trust, { ...people, ready: index === 1 ? readyRequests : 0, password_hash: hash });
    trusts.push(trust);
  }
  await sql`vacuum analyze`;
  const [counted] = await sql`select count(*)::int as practices from practices`;
  return { staff, appUrl, sql, trusts, practices: counted?.practices ?? 0 };
}

/** Points the application's code in this process at a database. */
export async function connectAs(appUrl: string, filesDir: string): Promise<void> {
  await closeDatabase();
  Object.assign(process.env, appEnvironment(appUrl, 3000, filesDir));
  resetEnv();
}

/** One lead, four assistant practitioners in five staff, a manager for each team; the rest supervise. */
function peopleOf(staff: number) {
  const assistants = Math.round(staff * 0.8);
  const teams = assistants <= 40 ? 1 : 1 + Math.ceil((assistants - 40) / 20);
  return { assistants, teams, supervisors: staff - assistants - teams - 1 };
}

/** A trust with its lead and two adopted frameworks of thirty competencies together: the only commands used. */
async function emptyTrust(sql: postgres.Sql, ods: string, begin: Date) {
  const lead = { name: `Lead of ${ods}`, email: `lead@${ods.toLowerCase()}.invalid` };
  const made = await bootstrapTrust(sql, { ods, name: `Trust ${ods}`, demo: true, lead }, begin);
  const { token } = await openSession(made.accountId, begin);
  const actor = await findActor(token, ods, begin);
  if (!actor) throw new Error(`The lead of ${ods} can't act`);
  for (const frameworkCode of ["CORE", "NUC"]) {
    await adoptFramework({ actor, now: begin, requestId: randomUUID() }, { frameworkCode }, randomUUID());
  }
  return { id: made.trustId, ods, lead: made.leadId };
}

async function fill(
  sql: postgres.Sql,
  trust: { id: string; ods: string; lead: string },
  settings: Record<string, string | number>,
): Promise<void> {
  const given = { ...settings, ods: trust.ods, lead: trust.lead };
  await sql.begin(async (tx) => {
    await tx`select set_config('app.trust_id', ${trust.id}, true), set_config('timezone', 'UTC', true)`;
    for (const [name, value] of Object.entries(given)) {
      await tx`select set_config(${`bench.${name}`}, ${String(value)}, true)`;
    }
    for (const statement of statements) await tx.unsafe(statement);
  });
}
