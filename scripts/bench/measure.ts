import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../processes";
import { cpuMs } from "./cpu";
import type { MeasuredPage } from "./pages";

export interface Figure {
  requests: number;
  perSecond: number;
  p50: number;
  p95: number;
  bytes: number;
  /** Of the server's process, per request. */
  cpu: number;
  /** Of PostgreSQL's processes, per request. */
  databaseCpu: number;
}

export interface Target {
  site: string;
  serverPid: number;
  databasePid: number;
  seconds: number;
}

const most = 1500;
const warmUp = 30;

/** One page at so many connections, warmed up first. */
export async function measure(
  target: Target,
  { path, cookie }: Pick<MeasuredPage, "path" | "cookie">,
  connections: number,
): Promise<Figure> {
  const url = `${target.site}${path}`;
  await load({ url, cookie, connections, requests: warmUp, seconds: 5 });
  const before = [cpuMs(target.serverPid), cpuMs(target.databasePid)] as const;
  const seen = await load({ url, cookie, connections, requests: most, seconds: target.seconds });
  return {
    ...seen,
    cpu: (cpuMs(target.serverPid) - before[0]) / seen.requests,
    databaseCpu: (cpuMs(target.databasePid) - before[1]) / seen.requests,
  };
}

/** Of several rounds the best: what a busy neighbour adds is not the application's. */
export function better(a: Figure | undefined, b: Figure): Figure {
  return a && a.cpu <= b.cpu ? a : b;
}

type Seen = Omit<Figure, "cpu" | "databaseCpu">;

interface Load {
  url: string;
  cookie: string;
  connections: number;
  requests: number;
  seconds: number;
}

async function load(given: Load): Promise<Seen> {
  const args = [join(root, "scripts", "bench", "load.mjs"), JSON.stringify(given)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 });
  return JSON.parse(stdout);
}
