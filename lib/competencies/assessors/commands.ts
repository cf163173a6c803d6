import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { overlaps } from "@/db/facts";
import { lockStanding } from "@/db/locks";
import { endFact, newRow, requireRow } from "@/db/rows";
import { assessorApprovals, competencies, frameworks, staffMembers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { notify } from "@/lib/notifications/commands";
import { mayApproveAssessors } from "@/lib/people/policy";
import type { EndFactInput } from "@/lib/people/schema";
import { refuse } from "@/lib/platform/refusals";
import type { AssessorApprovalInput } from "../schema";

/** The education lead approves somebody as assessor, for a framework or one competency; never themselves. */
export function approveAssessor(
  ctx: CommandContext,
  input: AssessorApprovalInput,
  key: string,
): Promise<{ id: string }> {
  const once = { action: "assessor.approve", key, body: input };
  return runCommand(
    ctx,
    once,
    async (tx) => {
      const { staffId, frameworkId, competencyId, validFrom, validUntil } = input;
      authorise(mayApproveAssessors(ctx.actor, staffId));
      await requireRow(tx, staffMembers, staffId, "staff-not-found", "staffId");
      if (frameworkId) await requireRow(tx, frameworks, frameworkId, "framework-not-found", "frameworkId");
      if (competencyId)
        await requireRow(tx, competencies, competencyId, "competency-not-found", "competencyId");
      const [same] = await tx
        .select({ id: assessorApprovals.id })
        .from(assessorApprovals)
        .where(
          and(
            eq(assessorApprovals.staffId, staffId),
            frameworkId ? eq(assessorApprovals.frameworkId, frameworkId) : undefined,
            competencyId ? eq(assessorApprovals.competencyId, competencyId) : undefined,
            overlaps(assessorApprovals, validFrom, validUntil),
          ),
        );
      if (same) refuse("conflict", "assessor-already-approved", {}, "staffId");
      const row = newRow(ctx);
      const scope = { frameworkId, competencyId };
      await tx.insert(assessorApprovals).values({ ...row, staffId, ...scope, validFrom, validUntil });
      await recordAudit(tx, ctx, {
        action: "assessor.approved",
        stream: `staff:${staffId}`,
        refs: { approvalId: row.id, ...scopeRefs(scope) },
        fields: { validFrom, validUntil },
      });
      await notify(tx, ctx, {
        kind: "assessor.approved",
        toStaffId: staffId,
        payload: { approvalId: row.id },
      });
      return { id: row.id };
    },
    { serializable: true },
  );
}

export function endAssessorApproval(
  ctx: CommandContext,
  input: EndFactInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "assessor.end", key, body: input }, async (tx) => {
    authorise(mayApproveAssessors(ctx.actor));
    const { id, before, validUntil } = await endFact(tx, ctx, assessorApprovals, input);
    await lockStanding(tx, before.staffId, "change");
    await recordAudit(tx, ctx, {
      action: "assessor.ended",
      stream: `staff:${before.staffId}`,
      refs: { approvalId: id, supersedesId: before.id, ...scopeRefs(before) },
      fields: { validUntil },
    });
    return { id };
  });
}

function scopeRefs(scope: {
  frameworkId: string | null;
  competencyId: string | null;
}): Record<string, string> {
  if (scope.frameworkId) return { frameworkId: scope.frameworkId };
  return scope.competencyId ? { competencyId: scope.competencyId } : {};
}
