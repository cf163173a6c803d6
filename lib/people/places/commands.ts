import "server-only";
import { runCommand } from "@/db/command";
import { newRow, requireRow } from "@/db/rows";
import { equipment, jobRoles, settings, sites, teams } from "@/db/schema";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { maySetUpPeople } from "../policy";

export interface SiteInput {
  /** The ODS code of the site, or the trust's own. */
  code: string;
  name: string;
}

export function addSite(ctx: CommandContext, input: SiteInput, key: string): Promise<{ id: string }> {
  return runCommand(ctx, { action: "site.add", key, body: input }, async (tx) => {
    authorise(maySetUpPeople(ctx.actor));
    const row = newRow(ctx);
    const { code, name } = input;
    const added = await tx
      .insert(sites)
      .values({ ...row, code, name })
      .onConflictDoNothing()
      .returning({ id: sites.id });
    if (added.length === 0) refuse("conflict", "code-taken", {}, "code");
    await recordAudit(tx, ctx, {
      action: "site.added",
      stream: `site:${row.id}`,
      refs: {},
      fields: { code, name },
    });
    return { id: row.id };
  });
}

export interface SettingInput {
  siteId: string;
  code: string;
  name: string;
  kind: (typeof settings.$inferInsert)["kind"];
}

export function addSetting(ctx: CommandContext, input: SettingInput, key: string): Promise<{ id: string }> {
  return runCommand(ctx, { action: "setting.add", key, body: input }, async (tx) => {
    authorise(maySetUpPeople(ctx.actor));
    await requireRow(tx, sites, input.siteId, "site-not-found", "siteId");
    const row = newRow(ctx);
    const { siteId, code, name, kind } = input;
    const added = await tx
      .insert(settings)
      .values({ ...row, siteId, code, name, kind })
      .onConflictDoNothing()
      .returning({ id: settings.id });
    if (added.length === 0) refuse("conflict", "code-taken", {}, "code");
    const fields = { code, name, kind };
    await recordAudit(tx, ctx, {
      action: "setting.added",
      stream: `setting:${row.id}`,
      refs: { siteId },
      fields,
    });
    return { id: row.id };
  });
}

export interface EquipmentInput {
  siteId: string;
  code: string;
  make: string;
  model: string;
  validFrom: IsoDate;
  validUntil?: IsoDate | null;
}

export function addEquipment(
  ctx: CommandContext,
  input: EquipmentInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "equipment.add", key, body: input }, async (tx) => {
    authorise(maySetUpPeople(ctx.actor));
    await requireRow(tx, sites, input.siteId, "site-not-found", "siteId");
    const row = newRow(ctx);
    const { siteId, code, make, model, validFrom, validUntil = null } = input;
    await tx.insert(equipment).values({ ...row, siteId, code, make, model, validFrom, validUntil });
    const fields = { code, make, model, validFrom, validUntil };
    await recordAudit(tx, ctx, {
      action: "equipment.added",
      stream: `equipment:${row.id}`,
      refs: { siteId },
      fields,
    });
    return { id: row.id };
  });
}

export interface TeamInput {
  code: string;
  name: string;
  parentId?: string | null;
  siteId?: string | null;
}

export function addTeam(ctx: CommandContext, input: TeamInput, key: string): Promise<{ id: string }> {
  return runCommand(ctx, { action: "team.add", key, body: input }, async (tx) => {
    authorise(maySetUpPeople(ctx.actor));
    const { code, name, parentId = null, siteId = null } = input;
    if (parentId) await requireRow(tx, teams, parentId, "team-not-found", "parentId");
    if (siteId) await requireRow(tx, sites, siteId, "site-not-found", "siteId");
    const row = newRow(ctx);
    const added = await tx
      .insert(teams)
      .values({ ...row, code, name, parentId, siteId })
      .onConflictDoNothing()
      .returning({ id: teams.id });
    if (added.length === 0) refuse("conflict", "code-taken", {}, "code");
    const refs = { ...(parentId ? { parentId } : {}), ...(siteId ? { siteId } : {}) };
    await recordAudit(tx, ctx, {
      action: "team.added",
      stream: `team:${row.id}`,
      refs,
      fields: { code, name },
    });
    return { id: row.id };
  });
}

export interface JobRoleInput {
  code: string;
  title: string;
}

export function addJobRole(ctx: CommandContext, input: JobRoleInput, key: string): Promise<{ id: string }> {
  return runCommand(ctx, { action: "job_role.add", key, body: input }, async (tx) => {
    authorise(maySetUpPeople(ctx.actor));
    const row = newRow(ctx);
    const { code, title } = input;
    const added = await tx
      .insert(jobRoles)
      .values({ ...row, code, title })
      .onConflictDoNothing()
      .returning({ id: jobRoles.id });
    if (added.length === 0) refuse("conflict", "code-taken", {}, "code");
    const fields = { code, title };
    await recordAudit(tx, ctx, { action: "job_role.added", stream: `job_role:${row.id}`, refs: {}, fields });
    return { id: row.id };
  });
}
