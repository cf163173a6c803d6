import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { overlaps } from "@/db/facts";
import { newRow } from "@/db/rows";
import { conditionClearances, registrationChecks, registrations } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { notify } from "@/lib/notifications/commands";
import { mayClearConditions } from "@/lib/people/policy";
import type { ConditionClearanceInput } from "@/lib/people/schema";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";

/** A lead records, dated, that the conditions which the latest check found do not bear on assessing. */
export function clearConditions(
  ctx: CommandContext,
  input: ConditionClearanceInput,
  key: string,
): Promise<{ id: string }> {
  const once = { action: "conditions.clear", key, body: input };
  return runCommand(
    ctx,
    once,
    async (tx) => {
      authorise(mayClearConditions(ctx.actor));
      const check = await getCheck(tx, input.registrationCheckId);
      authorise(mayClearConditions(ctx.actor, check.staffId));
      const validFrom = londonDate(ctx.now);
      await refuseClearance(tx, check, { validFrom, validUntil: input.validUntil });
      const row = newRow(ctx);
      const { registrationCheckId, reason, validUntil } = input;
      await tx
        .insert(conditionClearances)
        .values({ ...row, registrationCheckId, reason, validFrom, validUntil });
      await recordAudit(tx, ctx, {
        action: "conditions.cleared",
        stream: `registration:${check.registrationId}`,
        refs: { staffId: check.staffId, checkId: check.id, clearanceId: row.id },
        fields: { reason, validFrom, validUntil },
      });
      const payload = { registrationId: check.registrationId, clearanceId: row.id };
      await notify(tx, ctx, { kind: "conditions.cleared", toStaffId: check.staffId, payload });
      return { id: row.id };
    },
    { serializable: true },
  );
}

type Check = Awaited<ReturnType<typeof getCheck>>;

async function getCheck(tx: Tx, id: string) {
  const [check] = await tx
    .select({
      id: registrationChecks.id,
      registrationId: registrationChecks.registrationId,
      outcome: registrationChecks.outcome,
      staffId: registrations.staffId,
    })
    .from(registrationChecks)
    .innerJoin(
      registrations,
      and(
        eq(registrations.trustId, registrationChecks.trustId),
        eq(registrations.id, registrationChecks.registrationId),
      ),
    )
    .where(eq(registrationChecks.id, id));
  if (!check) refuse("not-found", "check-not-found", {}, "registrationCheckId");
  return check;
}

async function refuseClearance(
  tx: Tx,
  check: Check,
  { validFrom, validUntil }: { validFrom: IsoDate; validUntil: IsoDate | null },
): Promise<void> {
  if (check.outcome !== "conditions") refuse("rule", "check-without-conditions");
  if (validUntil !== null && validUntil <= validFrom)
    refuse("invalid", "ends-before-it-begins", {}, "validUntil");
  const [latest] = await tx
    .select({ id: registrationChecks.id })
    .from(registrationChecks)
    .where(eq(registrationChecks.registrationId, check.registrationId))
    .orderBy(
      desc(registrationChecks.checkedOn),
      desc(registrationChecks.recordedAt),
      desc(registrationChecks.id),
    )
    .limit(1);
  if (latest?.id !== check.id) refuse("conflict", "check-not-latest");
  const [same] = await tx
    .select({ id: conditionClearances.id })
    .from(conditionClearances)
    .where(
      and(
        eq(conditionClearances.registrationCheckId, check.id),
        overlaps(conditionClearances, validFrom, validUntil),
      ),
    );
  if (same) refuse("conflict", "conditions-already-cleared");
}
