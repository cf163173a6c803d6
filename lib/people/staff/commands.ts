import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { overlaps } from "@/db/facts";
import { endFact, newRow, requireRow } from "@/db/rows";
import { jobRoles, staffMembers, teamMemberships, teams } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { maySetUpPeople } from "../policy";
import { type ShiftPattern, searchNameOf } from "../rules";
import type { EndFactInput } from "../schema";

export interface StaffMemberInput {
  accountId?: string | null;
  name: string;
  employeeNumber: string;
  startedOn: IsoDate;
}

export function addStaffMember(
  ctx: CommandContext,
  input: StaffMemberInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "staff.add", key, body: input }, async (tx) => {
    authorise(maySetUpPeople(ctx.actor));
    const { accountId = null, employeeNumber, startedOn } = input;
    const name = input.name.trim();
    const row = newRow(ctx);
    const added = await tx
      .insert(staffMembers)
      .values({ ...row, accountId, name, searchName: searchNameOf(name), employeeNumber, startedOn })
      .onConflictDoNothing()
      .returning({ id: staffMembers.id });
    if (added.length === 0) {
      const [same] = await tx
        .select({ id: staffMembers.id })
        .from(staffMembers)
        .where(eq(staffMembers.employeeNumber, employeeNumber));
      if (same) refuse("conflict", "employee-number-taken", {}, "employeeNumber");
      refuse("conflict", "account-taken", {}, "accountId");
    }
    const fields = { name, employeeNumber, startedOn };
    const refs: Record<string, string> = accountId ? { accountId } : {};
    await recordAudit(tx, ctx, { action: "staff.added", stream: `staff:${row.id}`, refs, fields });
    return { id: row.id };
  });
}

export interface MembershipInput {
  staffId: string;
  teamId: string;
  jobRoleId: string;
  /** Agenda for Change band. */
  band: string;
  shiftPattern?: ShiftPattern;
  validFrom: IsoDate;
  validUntil?: IsoDate | null;
}

export function startMembership(
  ctx: CommandContext,
  input: MembershipInput,
  key: string,
): Promise<{ id: string }> {
  const once = { action: "membership.start", key, body: input };
  return runCommand(
    ctx,
    once,
    async (tx) => {
      authorise(maySetUpPeople(ctx.actor));
      const { staffId, teamId, jobRoleId, band, shiftPattern = "any", validFrom, validUntil = null } = input;
      await requireRow(tx, staffMembers, staffId, "staff-not-found", "staffId");
      await requireRow(tx, teams, teamId, "team-not-found", "teamId");
      await requireRow(tx, jobRoles, jobRoleId, "job-role-not-found", "jobRoleId");
      const [same] = await tx
        .select({ id: teamMemberships.id })
        .from(teamMemberships)
        .where(
          and(
            eq(teamMemberships.staffId, staffId),
            eq(teamMemberships.teamId, teamId),
            eq(teamMemberships.jobRoleId, jobRoleId),
            overlaps(teamMemberships, validFrom, validUntil),
          ),
        );
      if (same) refuse("conflict", "already-member", {}, "teamId");
      const row = newRow(ctx);
      const post = { band, shiftPattern, validFrom, validUntil };
      await tx.insert(teamMemberships).values({ ...row, staffId, teamId, jobRoleId, ...post });
      await recordAudit(tx, ctx, {
        action: "membership.started",
        stream: `staff:${staffId}`,
        refs: { membershipId: row.id, teamId, jobRoleId },
        fields: post,
      });
      return { id: row.id };
    },
    { serializable: true },
  );
}

export function endMembership(
  ctx: CommandContext,
  input: EndFactInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "membership.end", key, body: input }, async (tx) => {
    authorise(maySetUpPeople(ctx.actor));
    const { id, before, validUntil } = await endFact(tx, ctx, teamMemberships, input);
    await recordAudit(tx, ctx, {
      action: "membership.ended",
      stream: `staff:${before.staffId}`,
      refs: { membershipId: id, supersedesId: before.id, teamId: before.teamId },
      fields: { validUntil },
    });
    return { id };
  });
}
