import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { withTrust } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import { copiesFile, sizeOf } from "@/lib/audit/copies";
import type { AuditStream } from "@/lib/audit/entry";
import { readPublicKeys } from "@/lib/audit/keys";
import { verifyTrustIn } from "@/lib/audit/queries";
import { sealTrust } from "@/lib/audit/sealer";
import type { AuditCounts } from "@/lib/audit/verify";
import type { CommandContext } from "@/lib/auth/actor";
import { env } from "@/lib/platform/env";

/** A trust without anything in it, and somebody who acts there: audit has no foreign keys. */
export async function aTrust(superuser: postgres.Sql): Promise<CommandContext> {
  const trustId = randomUUID();
  const ods = `T${trustId.replaceAll("-", "").slice(0, 7).toUpperCase()}`;
  await superuser`insert into trusts (id, ods_code, name, is_demo, created_at)
    values (${trustId}, ${ods}, 'Invented trust', true, now())`;
  const actor = {
    accountId: randomUUID(),
    trustId,
    ods,
    trustName: "Invented trust",
    demo: true,
    staffId: randomUUID(),
    name: "Invented person",
    roles: [],
    teamIds: [],
    managedTeamIds: [],
    superviseeIds: [],
  };
  return { actor, now: new Date("2026-05-14T09:30:00.123Z"), requestId: randomUUID() };
}

/** Appends one entry in a transaction of its own. */
export function append(ctx: CommandContext, stream: AuditStream, note = "seen"): Promise<number> {
  return withTrust(
    ctx.actor,
    (tx) =>
      recordAudit(tx, ctx, {
        action: "practice.recorded",
        stream,
        refs: { staff: ctx.actor.staffId },
        fields: { note },
      }),
    { requestId: ctx.requestId },
  );
}

/** Nine streams of one to five entries, under three checkpoints, and some that are not sealed yet. */
export async function aSealedTrail(superuser: postgres.Sql): Promise<CommandContext> {
  const ctx = await aTrust(superuser);
  for (const round of [0, 1, 2, 3]) {
    for (let n = 0; n < 9; n += 1) {
      const times = n === 8 ? Number(round === 1) : 1 + Number(n % 4 === round);
      for (let time = 0; time < times; time += 1) await append(ctx, `practice:${n}`, `round ${round}`);
    }
    if (round < 3) await sealTrust(ctx.actor);
  }
  return ctx;
}

export async function verifyIn(tx: postgres.TransactionSql, { actor }: CommandContext): Promise<AuditCounts> {
  const { dataDir, auditKeyFile } = env();
  const settledSize = await sizeOf(copiesFile(dataDir, actor.trustId));
  const keys = readPublicKeys(auditKeyFile);
  return verifyTrustIn(tx, actor.trustId, { dataDir, settledSize, keys });
}

/** Verifies on one snapshot, as the application's operator would. */
export async function verify(sql: postgres.Sql, ctx: CommandContext): Promise<AuditCounts> {
  return sql.begin("isolation level repeatable read read only", (tx) => verifyIn(tx, ctx));
}
