import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { overlaps } from "@/db/facts";
import { lockRecord } from "@/db/locks";
import { endFact, getFact, newRow } from "@/db/rows";
import { observerExceptions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { notify } from "@/lib/notifications/commands";
import { getSubject } from "@/lib/people/queries";
import type { EndFactInput } from "@/lib/people/schema";
import { addDays, londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { mayApproveException } from "../policy";
import type { ExceptionInput } from "../schema";

interface Saved {
  id: string;
}

/** In a small team nobody else can watch: the clinical lead lets the only observer sign, until a day. */
export function approveException(ctx: CommandContext, input: ExceptionInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "exception.approve", key, body: input }, async (tx) => {
    const { staffId, competencyId, reason, lastDay } = input;
    authorise(mayApproveException(ctx.actor, staffId));
    const today = londonDate(ctx.now);
    await getSubject(tx, staffId, today);
    const { rule } = await getCompetencyVersion(tx, competencyId, today);
    if (rule.riskLevel !== "high") refuse("rule", "exception-not-needed", {}, "competencyId");
    if (lastDay < today) refuse("invalid", "exception-ends-too-soon", {}, "lastDay");
    const validUntil = addDays(lastDay, 1);
    await lockRecord(tx, input);
    const [same] = await tx
      .select({ id: observerExceptions.id })
      .from(observerExceptions)
      .where(
        and(
          eq(observerExceptions.staffId, staffId),
          eq(observerExceptions.competencyId, competencyId),
          overlaps(observerExceptions, today, validUntil),
        ),
      );
    if (same) refuse("conflict", "exception-exists", {}, "staffId");
    const row = newRow(ctx);
    const fact = {
      staffId,
      competencyId,
      reason,
      approvedById: ctx.actor.staffId,
      validFrom: today,
      validUntil,
    };
    await tx.insert(observerExceptions).values({ ...row, ...fact });
    await recordAudit(tx, ctx, {
      action: "exception.approved",
      stream: `holding:${staffId}/${competencyId}`,
      refs: { staffId, competencyId, exceptionId: row.id },
      fields: { reason, validFrom: today, validUntil },
    });
    await notify(tx, ctx, { kind: "exception.approved", toStaffId: staffId, payload: { competencyId } });
    return { id: row.id };
  });
}

/** From a day on a second observer is needed again; what was signed under the exception stands. */
export function endException(ctx: CommandContext, input: EndFactInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "exception.end", key, body: input }, async (tx) => {
    authorise(mayApproveException(ctx.actor));
    const { staffId, competencyId } = await getFact(tx, observerExceptions, input.id);
    authorise(mayApproveException(ctx.actor, staffId));
    await lockRecord(tx, { staffId, competencyId });
    const { id, before, validUntil } = await endFact(tx, ctx, observerExceptions, input);
    await recordAudit(tx, ctx, {
      action: "exception.ended",
      stream: `holding:${staffId}/${competencyId}`,
      refs: { staffId, competencyId, exceptionId: id, supersedesId: before.id },
      fields: { validUntil },
    });
    await notify(tx, ctx, { kind: "exception.ended", toStaffId: staffId, payload: { competencyId } });
    return { id };
  });
}
