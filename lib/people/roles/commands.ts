import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { inForce, overlaps } from "@/db/facts";
import { endFact, newRow, requireRow } from "@/db/rows";
import { staffMembers, staffRoles, teams } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext, Role } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { maySetUpPeople } from "../policy";
import { hasNotLeft } from "../queries";
import type { EndFactInput } from "../schema";
import { roleFault } from "./rules";

export interface RoleInput {
  staffId: string;
  role: Role;
  /** Left out: the whole trust. */
  teamId?: string | null;
  validFrom: IsoDate;
  validUntil?: IsoDate | null;
}

const faultFields = {
  "role-is-trust-wide": "teamId",
  "role-needs-team": "teamId",
  "role-needs-end": "validUntil",
} as const;

export function giveRole(ctx: CommandContext, input: RoleInput, key: string): Promise<{ id: string }> {
  const once = { action: "role.give", key, body: input };
  return runCommand(
    ctx,
    once,
    async (tx) => {
      authorise(maySetUpPeople(ctx.actor));
      const { staffId, role, teamId = null, validFrom, validUntil = null } = input;
      const fault = roleFault({ role, teamId, validUntil });
      if (fault) refuse("invalid", fault, {}, faultFields[fault]);
      await requireRow(tx, staffMembers, staffId, "staff-not-found", "staffId");
      if (teamId) await requireRow(tx, teams, teamId, "team-not-found", "teamId");
      const [same] = await tx
        .select({ id: staffRoles.id })
        .from(staffRoles)
        .where(
          and(
            eq(staffRoles.staffId, staffId),
            eq(staffRoles.role, role),
            teamId ? eq(staffRoles.teamId, teamId) : isNull(staffRoles.teamId),
            overlaps(staffRoles, validFrom, validUntil),
          ),
        );
      if (same) refuse("conflict", "already-has-role", {}, "role");
      const row = newRow(ctx);
      await tx.insert(staffRoles).values({ ...row, staffId, role, teamId, validFrom, validUntil });
      await recordAudit(tx, ctx, {
        action: "role.given",
        stream: `staff:${staffId}`,
        refs: { roleId: row.id, role, ...(teamId ? { teamId } : {}) },
        fields: { validFrom, validUntil },
      });
      return { id: row.id };
    },
    { serializable: true },
  );
}

export function endRole(ctx: CommandContext, input: EndFactInput, key: string): Promise<{ id: string }> {
  const once = { action: "role.end", key, body: input };
  return runCommand(
    ctx,
    once,
    async (tx) => {
      authorise(maySetUpPeople(ctx.actor));
      const { id, before, validUntil } = await endFact(tx, ctx, staffRoles, input);
      if (before.role === "lead") await refuseLastLead(tx, validUntil);
      await recordAudit(tx, ctx, {
        action: "role.ended",
        stream: `staff:${before.staffId}`,
        refs: { roleId: id, supersedesId: before.id, role: before.role },
        fields: { validUntil },
      });
      return { id };
    },
    { serializable: true },
  );
}

/** A trust without an education lead could not set itself up again. */
async function refuseLastLead(tx: Tx, from: IsoDate): Promise<void> {
  const [left] = await tx
    .select({ id: staffRoles.id })
    .from(staffRoles)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, staffRoles.trustId), eq(staffMembers.id, staffRoles.staffId)),
    )
    .where(and(eq(staffRoles.role, "lead"), inForce(staffRoles, from), hasNotLeft(from)))
    .limit(1);
  if (!left) refuse("rule", "last-lead");
}
