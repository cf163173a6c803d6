import "server-only";
import { runCommand } from "@/db/command";
import { lockRecord } from "@/db/locks";
import { holdingEvents } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { AuditAction } from "@/lib/audit/actions";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion, isApprovedAssessor } from "@/lib/competencies/queries";
import type { CompetencyVersion } from "@/lib/competencies/versions/queries";
import { registrationsAsTheyStand } from "@/lib/evidence/places/queries";
import { notify } from "@/lib/notifications/commands";
import { getSubject } from "@/lib/people/queries";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { Refusal, refuse } from "@/lib/platform/refusals";
import type { Evidence } from "../decision/queries";
import { mayLift, maySuspend } from "../policy";
import type { RequestRow } from "../request/queries";
import type { ReinstateInput, SuspendInput } from "../schema";
import { checkSigner } from "../signer/rules";
import { type HoldingScope, heldAmong, selectHoldingEvents } from "./queries";
import { expiryOn, type HoldingEventKind, holdingOn } from "./rules";

interface Saved {
  id: string;
}

interface Grant {
  request: RequestRow;
  evidence: Evidence;
  counted: readonly string[];
  decisionId: string;
}

/** An approval makes a holding, or renews the one that stands; part of the decision's transaction. */
export async function grantHolding(tx: Tx, ctx: CommandContext, grant: Grant): Promise<void> {
  const { request, evidence, counted, decisionId } = grant;
  const on = londonDate(ctx.now);
  const { staffId, competencyId } = request;
  const earlier = await selectHoldingEvents(tx, staffId, [competencyId]);
  const kind = holdingOn(earlier, { on }).restsOn ? "renewed" : "granted";
  await insertEvent(tx, ctx, {
    staffId,
    competencyId,
    version: evidence.version,
    kind,
    on,
    expiresOn: expiryOn(on, evidence.version.rule.reassessMonths),
    scope: scopeOf(evidence, counted),
    decisionId,
  });
}

/** At once, as a neutral act pending review. Only the reference of an incident is kept. */
export function suspendHolding(ctx: CommandContext, input: SuspendInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "holding.suspend", key, body: input }, async (tx) => {
    const { staffId, competencyId, reason, incidentReference } = input;
    const on = londonDate(ctx.now);
    const { teamIds } = await getSubject(tx, staffId, on);
    authorise(maySuspend(ctx.actor, { ownerId: staffId, teamIds }));
    const version = await getCompetencyVersion(tx, competencyId, on);
    await lockRecord(tx, input);
    const state = holdingOn(await selectHoldingEvents(tx, staffId, [competencyId]), { on });
    if (!state.restsOn || state.suspended) refuse("rule", "nothing-to-suspend");
    const event = {
      staffId,
      competencyId,
      version,
      kind: "suspended" as const,
      on,
      reason,
      incidentReference,
    };
    return insertEvent(tx, ctx, event);
  });
}

/** Lifts a suspension after reassessment, by a signer whom rules 1 and 2 allow. */
export function reinstateHolding(ctx: CommandContext, input: ReinstateInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "holding.reinstate", key, body: input }, async (tx) => {
    const { staffId, competencyId, reason } = input;
    const on = londonDate(ctx.now);
    await getSubject(tx, staffId, on);
    authorise(mayLift(ctx.actor, staffId));
    const version = await getCompetencyVersion(tx, competencyId, on);
    await requireEligible(tx, ctx, { staffId, version }, on);
    await lockRecord(tx, input);
    const state = holdingOn(await selectHoldingEvents(tx, staffId, [competencyId]), { on });
    if (!state.suspended && !state.restricted) refuse("rule", "not-suspended");
    return insertEvent(tx, ctx, { staffId, competencyId, version, kind: "reinstated", on, reason });
  });
}

async function requireEligible(
  tx: Tx,
  { actor }: CommandContext,
  { staffId, version }: { staffId: string; version: CompetencyVersion },
  on: IsoDate,
): Promise<void> {
  const held = await heldAmong(tx, actor.staffId, [version.competencyId], on);
  const checks = checkSigner({
    ownerId: staffId,
    signerId: actor.staffId,
    competencyTitle: version.title,
    rule: version.rule,
    registrations: await registrationsAsTheyStand(tx, actor.staffId, on),
    assessor: {
      holdsAsAssessor: held.has(version.competencyId),
      approved: await isApprovedAssessor(tx, actor.staffId, version.competencyId, on),
    },
  });
  const failed = checks.find(({ met }) => !met);
  if (failed) throw new Refusal("rule", failed.code, failed.params);
}

interface NewEvent {
  staffId: string;
  competencyId: string;
  version: CompetencyVersion;
  kind: Exclude<HoldingEventKind, "voided">;
  on: IsoDate;
  expiresOn?: IsoDate | null;
  scope?: HoldingScope;
  decisionId?: string;
  reason?: string;
  incidentReference?: string | null;
}

async function insertEvent(tx: Tx, ctx: CommandContext, event: NewEvent): Promise<Saved> {
  const { staffId, competencyId, version, kind, on, ...rest } = event;
  const id = newId(ctx.now);
  await tx.insert(holdingEvents).values({
    trustId: ctx.actor.trustId,
    id,
    staffId,
    competencyId,
    competencyVersionId: version.versionId,
    kind,
    onDate: on,
    expiresOn: rest.expiresOn ?? null,
    scope: rest.scope ?? {},
    decisionId: rest.decisionId ?? null,
    reason: rest.reason ?? null,
    incidentReference: rest.incidentReference ?? null,
    recordedById: ctx.actor.staffId,
    recordedAt: ctx.now,
  });
  const action: AuditAction = `holding.${kind}`;
  const stream = `holding:${staffId}/${competencyId}` as const;
  const { reason = null, incidentReference = null, expiresOn = null } = rest;
  await recordAudit(tx, ctx, {
    action,
    stream,
    refs: { staffId, competencyId, eventId: id },
    fields: { on, expiresOn, reason, incidentReference },
  });
  if (kind !== "granted" && kind !== "renewed") {
    await notify(tx, ctx, { kind: `holding.${kind}`, toStaffId: staffId, payload: { competencyId } });
  }
  return { id };
}

/** Equipment-specific competencies are held for the equipment of the practice that counted. */
function scopeOf({ version, practices }: Evidence, counted: readonly string[]): HoldingScope {
  if (!version.rule.practice.equipmentSpecific) return {};
  const used = practices.filter(({ id }) => counted.includes(id));
  const names = new Map(
    used.flatMap(({ equipmentId, equipmentName }) =>
      equipmentId ? [[equipmentId, equipmentName ?? ""] as const] : [],
    ),
  );
  return { equipment: [...names].map(([id, name]) => ({ id, name })) };
}
