import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { Actor } from "@/lib/auth/actor";
import { Maker } from "./maker";
import { rowsOf, type WorldSize } from "./rows";

export interface World {
  actor: Actor;
  teamId: string;
  emptyTeamId: string;
}

/**
 * A trust with one team of people at every stage, many of whose facts were back-dated, corrected or voided. The rows
 * are written past the foreign keys: what is tried here is reading, on more shapes of history than commands allow.
 */
export async function aRandomWorld(superuser: postgres.Sql, seed: number, size: WorldSize): Promise<World> {
  const make = new Maker(seed);
  const trustId = randomUUID();
  const ods = `T${trustId.replaceAll("-", "").slice(0, 7).toUpperCase()}`;
  const teamId = randomUUID();
  const emptyTeamId = randomUUID();
  const actor: Actor = {
    accountId: randomUUID(),
    trustId,
    ods,
    trustName: "Invented trust",
    demo: true,
    staffId: randomUUID(),
    name: "Invented manager",
    roles: [{ role: "manager", teamId }],
    teamIds: [],
    managedTeamIds: [teamId, emptyTeamId],
    superviseeIds: [],
  };
  const tables = rowsOf(make, size, { teamId, emptyTeamId });
  await superuser.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`select set_config('app.trust_id', ${trustId}, true)`;
    await sql`insert into trusts (id, ods_code, name, is_demo, created_at)
      values (${trustId}, ${ods}, 'Invented trust', true, now())`;
    for (const [table, rows] of Object.entries(tables)) {
      for (let start = 0; start < rows.length; start += 1000) {
        const some = rows.slice(start, start + 1000).map((row) => ({ trust_id: trustId, ...row }));
        await sql`insert into ${sql(table)} select * from jsonb_populate_recordset(null::${sql(table)}, ${sql.json(some as never)})`;
      }
    }
  });
  return { actor, teamId, emptyTeamId };
}
