import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { proveDemonstration, provePassword } from "@/lib/auth/proof";
import { findActor, openSession } from "@/lib/auth/sessions";
import { now } from "@/lib/platform/clock";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { getDecisionPage } from "@/lib/sign-off/decision/queries";
import type { Decision } from "@/lib/sign-off/decision/schema";
import { password, type World } from "./bulk-load";
import { cpuMs } from "./cpu";
import type { Figure } from "./measure";

interface Ready {
  actor: Actor;
  token: string;
  decision: Decision;
}

export interface Decisions {
  name: string;
  at: Map<number, Figure>;
}

/** The sign-off command in this process, each time on another request: with the password's hash and without. */
export async function measureDecisions(
  world: World,
  databasePid: number,
  each: number,
): Promise<Decisions[]> {
  const levels = [1, 16];
  const ready = await readyToDecide(world, levels.length * 2 * each + warmUp);
  for (const one of ready.splice(0, warmUp)) await decide(one, true);
  const results: Decisions[] = [];
  for (const withHash of [false, true]) {
    const at = new Map<number, Figure>();
    for (const connections of levels) {
      at.set(connections, await run(ready.splice(0, each), connections, withHash, databasePid));
    }
    results.push({ name: `sign-off, ${withHash ? "with" : "without"} the password's hash`, at });
  }
  return results;
}

const warmUp = 30;

async function readyToDecide({ sql, trusts }: World, wanted: number): Promise<Ready[]> {
  const trust = trusts[1];
  if (!trust) throw new Error("There is no second trust");
  const rows = await sql`select r.id, s.account_id from sign_off_requests r
    join staff_members s on s.trust_id = r.trust_id and s.id = r.addressed_to_id
    where r.trust_id = ${trust.id} and r.state = 'submitted' order by md5(r.id::text)`;
  const signers = new Map<string, { actor: Actor; token: string }>();
  const ready: Ready[] = [];
  for (const { id, account_id } of rows) {
    if (ready.length === wanted) break;
    const signer = signers.get(account_id) ?? (await signIn(account_id, trust.ods));
    signers.set(account_id, signer);
    const page = await getDecisionPage(signer.actor, id, now());
    if (page.checks.some(({ met }) => !met)) continue;
    ready.push({ ...signer, decision: approvalOf(page) });
  }
  if (ready.length < wanted) throw new Error(`Only ${ready.length} requests of ${wanted} could be decided`);
  return ready;
}

function approvalOf({
  request,
  evidence,
  candidates,
}: Awaited<ReturnType<typeof getDecisionPage>>): Decision {
  const observed = evidence.version.rule.finalAssessment === "direct-observation";
  return {
    requestId: request.id,
    seenVersion: request.version,
    seenEvidenceHash: evidence.hash,
    outcome: "approve",
    assessmentPracticeId: observed ? (candidates[0]?.id ?? null) : null,
    assessmentNote: observed ? null : "We talked through two cases.",
  };
}

async function signIn(accountId: string, ods: string) {
  const { token } = await openSession(accountId, now());
  const actor = await findActor(token, ods, now());
  if (!actor) throw new Error("A signer can't act");
  return { actor, token };
}

async function run(
  work: Ready[],
  connections: number,
  withHash: boolean,
  databasePid: number,
): Promise<Figure> {
  const times: number[] = [];
  const before = { cpu: process.cpuUsage(), database: cpuMs(databasePid), at: performance.now() };
  const left = [...work];
  const worker = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const begun = performance.now();
      await decide(next, withHash);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const wall = performance.now() - before.at;
  const { user, system } = process.cpuUsage(before.cpu);
  times.sort((a, b) => a - b);
  const quantile = (q: number) => times[Math.floor(q * times.length)] ?? 0;
  return {
    requests: times.length,
    perSecond: (times.length * 1000) / wall,
    p50: quantile(0.5),
    p95: quantile(0.95),
    bytes: 0,
    cpu: (user + system) / 1000 / times.length,
    databaseCpu: (cpuMs(databasePid) - before.database) / times.length,
  };
}

async function decide({ actor, token, decision }: Ready, withHash: boolean): Promise<void> {
  const at = now();
  const proof = withHash ? await provePassword(token, actor, password, at) : proveDemonstration(actor, at);
  await decideSignOff({ actor, now: at, requestId: randomUUID() }, decision, proof, randomUUID());
}
