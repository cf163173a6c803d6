import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { lockRecord } from "@/db/locks";
import { equipment, sites } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { sameBody } from "@/db/twins";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { getSubject } from "@/lib/people/queries";
import { londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import type { Evidence } from "../decision/evidence/queries";
import { maySuspend } from "../policy";
import type { RequestRow } from "../request/queries";
import type { RestrictInput, SuspendInput } from "../schema";
import { insertHoldingEvent } from "./events/commands";
import { selectHoldingEvents } from "./queries";
import { type EquipmentNamed, equipmentHeldFor, expiryOn, type HoldingScope, holdingOn } from "./rules";

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
  await insertHoldingEvent(tx, ctx, {
    staffId,
    competencyId,
    versionId: evidence.version.versionId,
    kind: holdingOn(earlier, { on }).restsOn ? "renewed" : "granted",
    on,
    expiresOn: expiryOn(on, evidence.version.rule.reassessMonths),
    scope: scopeOf(evidence, counted),
    decisionId,
  });
}

/** At once, as a neutral act pending review. Only the reference of an incident is kept. */
export function suspendHolding(ctx: CommandContext, input: SuspendInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "holding.suspend", key, body: input }, async (tx) => {
    const { fact } = await heldNow(tx, ctx, input, "nothing-to-suspend");
    const { reason, incidentReference } = input;
    return insertHoldingEvent(tx, ctx, { ...fact, kind: "suspended", reason, incidentReference });
  });
}

/** The holder goes on within limits, by whoever may suspend; a newer restriction stands in for an older. */
export function restrictHolding(ctx: CommandContext, input: RestrictInput, key: string): Promise<Saved> {
  const once = { action: "holding.restrict", key, body: input };
  const work = async (tx: Tx) => {
    const { fact, heldFor } = await heldNow(tx, ctx, input, "nothing-to-restrict");
    const { reason, incidentReference } = input;
    const scope = await limitsOf(tx, input, heldFor);
    return insertHoldingEvent(tx, ctx, { ...fact, kind: "restricted", scope, reason, incidentReference });
  };
  return runCommand(ctx, once, work, { findTwin: sameBody });
}

async function heldNow(
  tx: Tx,
  ctx: CommandContext,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  otherwise: string,
) {
  const on = londonDate(ctx.now);
  const { teamIds } = await getSubject(tx, staffId, on);
  authorise(maySuspend(ctx.actor, { ownerId: staffId, teamIds }));
  const { versionId } = await getCompetencyVersion(tx, competencyId, on);
  await lockRecord(tx, { staffId, competencyId });
  const events = await selectHoldingEvents(tx, staffId, [competencyId]);
  const state = holdingOn(events, { on });
  if (!state.restsOn || state.suspended) refuse("rule", otherwise);
  return { fact: { staffId, competencyId, versionId, on }, heldFor: equipmentHeldFor(events, { on }) };
}

/** A restriction narrows what is held: its equipment is among what the sign-off is for, and at the site named. */
async function limitsOf(
  tx: Tx,
  { siteId, equipmentId, supervision, limits }: RestrictInput,
  heldFor: EquipmentNamed[],
): Promise<HoldingScope> {
  const scope: HoldingScope = {};
  if (siteId) {
    const [site] = await tx
      .select({ id: sites.id, name: sites.name })
      .from(sites)
      .where(eq(sites.id, siteId));
    scope.site = site ?? refuse("not-found", "site-not-found", {}, "siteId");
  }
  if (equipmentId) {
    const named = heldFor.find(({ id }) => id === equipmentId);
    if (!named) refuse("rule", "equipment-not-held", {}, "equipmentId");
    if (siteId && !(await isAt(tx, equipmentId, siteId))) {
      refuse("rule", "equipment-elsewhere", {}, "equipmentId");
    }
    scope.equipment = [named];
  }
  if (supervision) scope.supervision = supervision;
  if (limits) scope.limits = limits;
  return scope;
}

async function isAt(tx: Tx, equipmentId: string, siteId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: equipment.id })
    .from(equipment)
    .where(and(eq(equipment.id, equipmentId), eq(equipment.siteId, siteId)));
  return found !== undefined;
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
