import "server-only";
import { holdingEvents } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { AuditAction } from "@/lib/audit/actions";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import type { IdentityProof } from "@/lib/auth/proof";
import { notify } from "@/lib/notifications/commands";
import type { IsoDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import type { HoldingEventKind, HoldingScope } from "../rules";

export interface NewHoldingEvent {
  staffId: string;
  competencyId: string;
  versionId: string;
  kind: HoldingEventKind;
  on: IsoDate;
  expiresOn?: IsoDate | null;
  scope?: HoldingScope;
  decisionId?: string;
  signatureId?: string;
  voidsEventId?: string;
  reason?: string;
  incidentReference?: string | null;
  /** How whoever records it proved who they are, where no signature says so: kept in the audit alone. */
  proof?: IdentityProof["method"];
}

/** Writes one fact of a holding's history, audits it and tells the person; a decision tells them of its own. */
export async function insertHoldingEvent(
  tx: Tx,
  ctx: CommandContext,
  event: NewHoldingEvent,
): Promise<{ id: string }> {
  const { versionId, on, expiresOn = null, scope = {}, proof: _, ...rest } = event;
  const { staffId, competencyId, kind } = rest;
  const id = newId(ctx.now);
  await tx.insert(holdingEvents).values({
    ...rest,
    trustId: ctx.actor.trustId,
    id,
    competencyVersionId: versionId,
    onDate: on,
    expiresOn,
    scope,
    recordedById: ctx.actor.staffId,
    recordedAt: ctx.now,
  });
  await auditEvent(tx, ctx, id, event);
  if (kind !== "granted" && kind !== "renewed") {
    await notify(tx, ctx, { kind: `holding.${kind}`, toStaffId: staffId, payload: { competencyId } });
  }
  return { id };
}

async function auditEvent(tx: Tx, ctx: CommandContext, id: string, event: NewHoldingEvent): Promise<void> {
  const { staffId, competencyId, kind, on, signatureId, voidsEventId, proof } = event;
  const { reason = null, incidentReference = null, expiresOn = null, scope = {} } = event;
  const action: AuditAction = `holding.${kind}`;
  await recordAudit(tx, ctx, {
    action,
    stream: `holding:${staffId}/${competencyId}`,
    refs: {
      staffId,
      competencyId,
      eventId: id,
      ...(signatureId ? { signatureId } : {}),
      ...(voidsEventId ? { voidsEventId } : {}),
    },
    fields: { on, expiresOn, scope, reason, incidentReference, ...(proof ? { proof } : {}) },
  });
}
