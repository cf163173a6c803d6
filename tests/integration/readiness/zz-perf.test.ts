import { test } from "vitest";
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { getTeamReadiness } from "@/lib/readiness/queries";
import { withTrust } from "@/db/tenant";
import { selectMembers } from "@/lib/readiness/asked/queries";
import { selectColumns } from "@/lib/readiness/columns/queries";
import { selectCellFacts } from "@/lib/readiness/cells/queries";
import { cellsOf } from "@/lib/readiness/cells/rules";
import { assessReadiness } from "@/lib/readiness/rules";
import { useDatabase } from "@/tests/support/database";
import { aRandomWorld } from "./random-world";
const database = useDatabase();
test("perf", async () => {
  const w = await aRandomWorld(database.superuser, 9, { people: 56, competencies: 30, practicesPerPair: 8 });
  for (let i = 0; i < 6; i++) await aRandomWorld(database.superuser, 20 + i, { people: 56, competencies: 30, practicesPerPair: 8 });
  await database.superuser`analyze`;
  const on = "2026-05-14";
  const run = async (label: string, f: () => unknown, n = 60) => {
    for (let i = 0; i < 30; i++) await f();
    const times: number[] = [];
    const cpu0 = process.cpuUsage();
    for (let i = 0; i < n; i++) { const t = performance.now(); await f(); times.push(performance.now() - t); }
    const cpu = process.cpuUsage(cpu0);
    times.sort((a, b) => a - b);
    console.log(label, "p50", times[n >> 1]!.toFixed(2), "cpu", ((cpu.user + cpu.system) / n / 1000).toFixed(2));
  };
  const full = await getTeamReadiness(w.actor, w.teamId, on);
  const ids = { staffIds: [...new Set(full.people.map((p) => p.staffId))], competencyIds: full.columns.map((c) => c.competencyId) };
  console.log(ids.staffIds.length, ids.competencyIds.length);
  await run("whole", () => getTeamReadiness(w.actor, w.teamId, on));
  await run("members", () => withTrust(w.actor, (tx) => selectMembers(tx, [w.teamId], { on })));
  await run("columns", () => withTrust(w.actor, (tx) => selectColumns(tx, ids.competencyIds, { on })));
  await run("facts", () => withTrust(w.actor, (tx) => selectCellFacts(tx, ids, { on })));
  const facts = await withTrust(w.actor, (tx) => selectCellFacts(tx, ids, { on }));
  for (const [k, v] of Object.entries(facts)) console.log(k, v.length);
  await run("cellsOf", () => cellsOf(facts, full.columns, on));
  const cells = cellsOf(facts, full.columns, on);
  await run("assess", () => assessReadiness({ requirements: [], covers: full.readiness.cover.map((c) => ({ ...c, validFrom: "2024-01-01", validUntil: null })), people: full.people, cells }, on));
  await run("empty tx", () => withTrust(w.actor, async () => 1));
  const s = new Session(); s.connect(); await s.post("Profiler.enable"); await s.post("Profiler.start");
  for (let i = 0; i < 80; i++) await getTeamReadiness(w.actor, w.teamId, on);
  const { profile } = await s.post("Profiler.stop"); 
  const self = new Map<string, number>();
  const dt = profile.timeDeltas!; const byId = new Map(profile.nodes.map((n) => [n.id, n]));
  profile.samples!.forEach((id, i) => { const n = byId.get(id)!.callFrame; const k = n.functionName + " " + n.url.split("/").slice(-2).join("/") + ":" + n.lineNumber; self.set(k, (self.get(k) ?? 0) + dt[i]!); });
  console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, v]) => (v / 80000).toFixed(2) + " " + k).join("\n"));
  // explain
  await database.app.begin(async (sql) => {
    await sql`select set_config('app.trust_id', ${w.actor.trustId}, true)`;
    const ex = async (name: string, q: any) => console.log(name, (await q).map((r: any) => r["QUERY PLAN"]).join("\n"));
    await ex("events", sql`explain analyze select id, staff_id, competency_id, kind, on_date, expires_on, voids_event_id, recorded_at from holding_events where staff_id in ${sql(ids.staffIds)} and competency_id in ${sql(ids.competencyIds)} and (on_date <= ${on} or kind = 'voided')`);
    await ex("practices", sql`explain analyze select staff_id, competency_id, max(performed_on) from practices where staff_id in ${sql(ids.staffIds)} and competency_id in ${sql(ids.competencyIds)} and submitted and performed_on <= ${on} and superseded_at is null group by staff_id, competency_id`);
  });
}, 200000);
