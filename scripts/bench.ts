import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { appEnvironment } from "./app-environment";
import { buildWorld, connectAs, type World } from "./bench/bulk-load";
import { measureDecisions } from "./bench/decisions";
import { better, type Figure, measure, type Target } from "./bench/measure";
import { floorPage, type MeasuredPage, mainPages } from "./bench/pages";
import { figuresTable, type Row, verdicts } from "./bench/report";
import { buildScratch } from "./bench/scratch";
import { serveFolder } from "./bench/server";
import { removeEmbedded, startEmbedded, throwaway } from "./embedded-postgres";
import { endings } from "./ending";
import { freePort, root } from "./processes";
import { say, step } from "./progress";

const sizes = [200, 2000] as const;
const levels = [1, 16];
const rounds = 3;
const seconds = Number(process.env.BENCH_SECONDS || 2);
const decisionsEach = 100;

const folder = join(root, ".test", "bench");
const filesDir = join(folder, "data");
const postgresDir = join(folder, "postgres");

if (process.platform !== "linux")
  throw new Error("The benchmark reads processor time from /proc: run it on Linux");
rmSync(filesDir, { recursive: true, force: true });
mkdirSync(filesDir, { recursive: true });
const { atEnd, end } = endings();
try {
  await step("Building the application with its floors", () => buildScratch(join(folder, "app")));
  atEnd(() => removeEmbedded(postgresDir));
  await end(await compare());
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  await end(1);
}

/** Measures everything at both sizes; answers with the exit code. */
async function compare(): Promise<number> {
  const loading = await startEmbedded({ dir: postgresDir, flags: throwaway });
  const worlds: World[] = [];
  for (const staff of sizes) {
    const load = () => buildWorld(loading.superuserUrl(), staff, filesDir);
    worlds.push(await step(`Loading ${staff} staff`, load));
  }
  // Measured on a server that writes to disk at each commit, as in production.
  await loading.stop();
  const postgres = await startEmbedded({ dir: postgresDir, port: loading.port });
  const rows: Row[] = [];
  await step("Measuring the pages", () => measurePages(worlds, postgres.pid, rows));
  for (const world of worlds) {
    await step(`Measuring the sign-off at ${world.staff} staff`, () =>
      measureWrites(world, postgres.pid, rows),
    );
    await world.sql.end();
  }
  return conclude(rows, worlds);
}

/** The sizes take turns, page by page: a busy spell of the computer falls on both. */
async function measurePages(worlds: World[], databasePid: number, rows: Row[]): Promise<void> {
  const served: Served[] = [];
  try {
    for (const world of worlds) served.push(await serveWorld(world, databasePid));
    for (let round = 0; round < rounds; round += 1) {
      for (const index of served[0]?.pages.keys() ?? []) {
        for (const one of served) await measureOne(one, index, rows);
      }
    }
  } finally {
    for (const { stop } of served) await stop();
  }
}

interface Served {
  staff: number;
  pages: MeasuredPage[];
  target: Target;
  stop(): Promise<void>;
}

async function serveWorld(world: World, databasePid: number): Promise<Served> {
  const port = await freePort();
  const env = appEnvironment(world.appUrl, port, filesDir);
  await connectAs(world.appUrl, filesDir);
  const [trust] = world.trusts;
  if (!trust) throw new Error("There is no trust");
  const site = `http://127.0.0.1:${port}`;
  const pages = [floorPage, ...(await mainPages(world.sql, trust, env.NEXTAUTH_URL ?? site))];
  const { pid, stop } = await serveFolder(join(folder, "app"), port, env);
  return { staff: world.staff, pages, target: { site, serverPid: pid, databasePid, seconds }, stop };
}

async function measureOne({ staff, pages, target }: Served, index: number, rows: Row[]): Promise<void> {
  const page = pages[index];
  if (page) await measurePage(target, page, rowOf(rows, page), staff);
}

/** The handler only under load: its processor time is what is compared. */
async function measurePage(target: Target, page: MeasuredPage, row: Row, staff: number): Promise<void> {
  for (const connections of levels) {
    keep(row.page, staff, connections, await measure(target, page, connections));
  }
  if (!page.handler || !row.handler) return;
  const asHandler = { path: page.handler, cookie: page.cookie };
  keep(row.handler, staff, 16, await measure(target, asHandler, 16));
}

async function measureWrites(world: World, databasePid: number, rows: Row[]): Promise<void> {
  await connectAs(world.appUrl, filesDir);
  for (const { name, at } of await measureDecisions(world, databasePid, decisionsEach)) {
    const row = rowOf(rows, { name, handler: null, targeted: false });
    for (const [connections, figure] of at) keep(row.page, world.staff, connections, figure);
  }
}

function rowOf(
  rows: Row[],
  { name, handler, targeted }: Pick<MeasuredPage, "name" | "handler" | "targeted">,
): Row {
  const found = rows.find((row) => row.name === name);
  if (found) return found;
  const row = { name, page: new Map(), handler: handler ? new Map() : null, targeted };
  rows.push(row);
  return row;
}

function keep(
  figures: Map<number, Map<number, Figure>>,
  staff: number,
  connections: number,
  figure: Figure,
): void {
  const bySize = figures.get(staff) ?? new Map<number, Figure>();
  figures.set(staff, bySize.set(connections, better(bySize.get(connections), figure)));
}

function conclude(rows: Row[], worlds: World[]): number {
  const tables = sizes.flatMap((staff) => levels.map((level) => figuresTable(rows, staff, level)));
  process.stdout.write(`${tables.join("\n\n")}\n\n`);
  const loaded = worlds.map(({ staff, practices }) => `${staff} staff, ${practices} practices`);
  say(`Node ${process.version}; ${loaded.join("; ")}; ${rounds} rounds of ${seconds} s, the best of each`);
  const found = verdicts(rows, sizes);
  process.stdout.write(`${found.map(({ text }) => text).join("\n")}\n`);
  return found.every(({ met }) => met) ? 0 : 1;
}
