import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { overlaps } from "@/db/facts";
import { endFact, getFact, newRow, requireRow, supersede } from "@/db/rows";
import { competencies, covers, jobRoles, requirements, teams } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { mayManageRequirements } from "@/lib/people/policy";
import type { EndFactInput } from "@/lib/people/schema";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import type { CoverInput, RequirementInput } from "../schema";

/** What a team asks of a job role from a day on. What was asked before ends on that day. */
export function setRequirement(
  ctx: CommandContext,
  input: RequirementInput,
  key: string,
): Promise<{ id: string }> {
  const once = { action: "requirement.set", key, body: input };
  return runCommand(
    ctx,
    once,
    async (tx) => {
      const { teamId, jobRoleId, competencyId, kind, dueDays, validFrom } = input;
      authorise(mayManageRequirements(ctx.actor, teamId));
      await requireRow(tx, teams, teamId, "team-not-found", "teamId");
      await requireRow(tx, jobRoles, jobRoleId, "job-role-not-found", "jobRoleId");
      await requireRow(tx, competencies, competencyId, "competency-not-found", "competencyId");
      const present = await tx
        .select()
        .from(requirements)
        .where(
          and(
            eq(requirements.teamId, teamId),
            eq(requirements.jobRoleId, jobRoleId),
            eq(requirements.competencyId, competencyId),
            overlaps(requirements, validFrom),
          ),
        )
        .orderBy(asc(requirements.validFrom));
      const change = changeFrom(present, validFrom, (row) => row.kind === kind && row.dueDays === dueDays);
      if (change === "same") refuse("conflict", "requirement-already-set", {}, "competencyId");
      if (change === "later") refuse("conflict", "requirement-later-change", {}, "validFrom");
      if (change.ending) await supersede(tx, ctx, requirements, change.ending, { validUntil: validFrom });
      const row = newRow(ctx);
      await tx.insert(requirements).values({
        ...row,
        ...{ teamId, jobRoleId, competencyId, kind, dueDays, validFrom },
        supersedesId: change.replacing?.id ?? null,
      });
      await recordAudit(tx, ctx, {
        action: "requirement.set",
        stream: `team:${teamId}`,
        refs: { requirementId: row.id, jobRoleId, competencyId },
        fields: { kind, dueDays, validFrom },
      });
      return { id: row.id };
    },
    { serializable: true },
  );
}

export function endRequirement(
  ctx: CommandContext,
  input: EndFactInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "requirement.end", key, body: input }, async (tx) => {
    authorise(mayManageRequirements(ctx.actor, (await getFact(tx, requirements, input.id)).teamId));
    const { id, before, validUntil } = await endFact(tx, ctx, requirements, input);
    const { teamId, jobRoleId, competencyId } = before;
    await recordAudit(tx, ctx, {
      action: "requirement.ended",
      stream: `team:${teamId}`,
      refs: { requirementId: id, supersedesId: before.id, jobRoleId, competencyId },
      fields: { validUntil },
    });
    return { id };
  });
}

/** How many current holders a team needs on a shift, from a day on. */
export function setCover(ctx: CommandContext, input: CoverInput, key: string): Promise<{ id: string }> {
  const once = { action: "cover.set", key, body: input };
  return runCommand(
    ctx,
    once,
    async (tx) => {
      const { teamId, competencyId, shiftPattern, minimum, validFrom } = input;
      authorise(mayManageRequirements(ctx.actor, teamId));
      await requireRow(tx, teams, teamId, "team-not-found", "teamId");
      await requireRow(tx, competencies, competencyId, "competency-not-found", "competencyId");
      const present = await tx
        .select()
        .from(covers)
        .where(
          and(
            eq(covers.teamId, teamId),
            eq(covers.competencyId, competencyId),
            eq(covers.shiftPattern, shiftPattern),
            overlaps(covers, validFrom),
          ),
        )
        .orderBy(asc(covers.validFrom));
      const change = changeFrom(present, validFrom, (row) => row.minimum === minimum);
      if (change === "same") refuse("conflict", "cover-already-set", {}, "competencyId");
      if (change === "later") refuse("conflict", "cover-later-change", {}, "validFrom");
      if (change.ending) await supersede(tx, ctx, covers, change.ending, { validUntil: validFrom });
      const row = newRow(ctx);
      await tx.insert(covers).values({
        ...row,
        ...{ teamId, competencyId, shiftPattern, minimum, validFrom },
        supersedesId: change.replacing?.id ?? null,
      });
      await recordAudit(tx, ctx, {
        action: "cover.set",
        stream: `team:${teamId}`,
        refs: { coverId: row.id, competencyId, shiftPattern },
        fields: { minimum, validFrom },
      });
      return { id: row.id };
    },
    { serializable: true },
  );
}

export function endCover(ctx: CommandContext, input: EndFactInput, key: string): Promise<{ id: string }> {
  return runCommand(ctx, { action: "cover.end", key, body: input }, async (tx) => {
    authorise(mayManageRequirements(ctx.actor, (await getFact(tx, covers, input.id)).teamId));
    const { id, before, validUntil } = await endFact(tx, ctx, covers, input);
    await recordAudit(tx, ctx, {
      action: "cover.ended",
      stream: `team:${before.teamId}`,
      refs: { coverId: id, supersedesId: before.id, competencyId: before.competencyId },
      fields: { validUntil },
    });
    return { id };
  });
}

interface Present {
  id: string;
  validFrom: IsoDate;
  validUntil: IsoDate | null;
}

/**
 * What a new fact from a day on does to those present, oldest first: the one in force ends on that day; one that
 * begins on it or later is replaced. With more than one later change nobody can say which of them was meant.
 */
function changeFrom<Row extends Present>(
  present: readonly Row[],
  from: IsoDate,
  isSame: (row: Row) => boolean,
): "same" | "later" | { ending: Row | undefined; replacing: Row | undefined } {
  const ending = present.find(({ validFrom }) => validFrom < from);
  const later = present.filter(({ validFrom }) => validFrom >= from);
  if (later.length > 1) return "later";
  const [replacing] = later;
  const now = ending ?? (replacing?.validFrom === from ? replacing : undefined);
  if (now && isSame(now) && now.validUntil === null) return "same";
  return { ending, replacing };
}
