import { buildWorld } from "./bulk-load";
import { startEmbedded, throwaway } from "../embedded-postgres";
const pg = await startEmbedded({ dir: "/tmp/pg-bench", flags: throwaway });
for (const n of [200, 2000]) {
const t = performance.now();
const w = await buildWorld(pg.superuserUrl(), n, "/tmp/bench-files");
console.log(n, w.practices, Math.round(performance.now() - t), "ms");
for (const table of ["staff_members","practices","sign_off_requests","signatures","holding_events","audit_entries","theory_completions"]) {
 const [r] = await w.sql.unsafe(`select count(*)::int as n, pg_size_pretty(pg_total_relation_size('${table}')) as s from ${table}`); console.log(table, r?.n, r?.s);}
console.log(await w.sql`select t.ods_code, r.state, count(*)::int from sign_off_requests r join trusts t on t.id=trust_id group by 1,2 order by 1,2`);
console.log(await w.sql`select ods_code, (select count(*) from staff_members s where s.trust_id=t.id)::int n from trusts t`);
await w.sql.end();
}
console.log(pg.superuserUrl());
process.exit(0);
