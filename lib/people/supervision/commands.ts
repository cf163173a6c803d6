import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { overlaps } from "@/db/facts";
import { endFact, newRow, requireRow } from "@/db/rows";
import { staffMembers, supervisions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { maySetUpPeople } from "../policy";
import type { EndFactInput } from "../schema";

export interface SupervisionInput {
  supervisorId: string;
  learnerId: string;
  validFrom: IsoDate;
  validUntil?: IsoDate | null;
}

export function startSupervision(
  ctx: CommandContext,
  input: SupervisionInput,
  key: string,
): Promise<{ id: string }> {
  const once = { action: "supervision.start", key, body: input };
  return runCommand(
    ctx,
    once,
    async (tx) => {
      authorise(maySetUpPeople(ctx.actor));
      const { supervisorId, learnerId, validFrom, validUntil = null } = input;
      if (supervisorId === learnerId) refuse("rule", "supervises-self", {}, "supervisorId");
      await requireRow(tx, staffMembers, supervisorId, "staff-not-found", "supervisorId");
      await requireRow(tx, staffMembers, learnerId, "staff-not-found", "learnerId");
      const [same] = await tx
        .select({ id: supervisions.id })
        .from(supervisions)
        .where(
          and(
            eq(supervisions.supervisorId, supervisorId),
            eq(supervisions.learnerId, learnerId),
            overlaps(supervisions, validFrom, validUntil),
          ),
        );
      if (same) refuse("conflict", "already-supervises", {}, "supervisorId");
      const row = newRow(ctx);
      await tx.insert(supervisions).values({ ...row, supervisorId, learnerId, validFrom, validUntil });
      await recordAudit(tx, ctx, {
        action: "supervision.started",
        stream: `staff:${learnerId}`,
        refs: { supervisionId: row.id, supervisorId },
        fields: { validFrom, validUntil },
      });
      return { id: row.id };
    },
    { serializable: true },
  );
}

export function endSupervision(
  ctx: CommandContext,
  input: EndFactInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "supervision.end", key, body: input }, async (tx) => {
    authorise(maySetUpPeople(ctx.actor));
    const { id, before, validUntil } = await endFact(tx, ctx, supervisions, input);
    await recordAudit(tx, ctx, {
      action: "supervision.ended",
      stream: `staff:${before.learnerId}`,
      refs: { supervisionId: id, supersedesId: before.id, supervisorId: before.supervisorId },
      fields: { validUntil },
    });
    return { id };
  });
}
