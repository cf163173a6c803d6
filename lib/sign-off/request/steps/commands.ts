import "server-only";
import { and, eq } from "drizzle-orm";
import { signOffRequests, signOffSteps } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { AuditAction } from "@/lib/audit/actions";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { takeStep } from "@/lib/platform/workflow";
import { type RequestState, type RequestStep, requestWorkflow } from "@/lib/sign-off/workflow";
import { getRequestIn, type RequestRow } from "../queries";

interface Change {
  round?: number;
  addressedToId?: string;
  competencyVersionId?: string;
  note?: string | null;
}

/** Takes one step: refuses where the state forbids it, or where somebody else moved the request first. */
export async function moveRequest(
  tx: Tx,
  ctx: CommandContext,
  before: RequestRow,
  step: RequestStep,
  { note = null, ...change }: Change,
): Promise<RequestRow> {
  const state: RequestState = takeStep<typeof requestWorkflow, RequestState>(
    requestWorkflow,
    step,
    before.state,
  );
  const after = { ...before, ...change, state, version: before.version + 1 };
  const { round, addressedToId, competencyVersionId, version } = after;
  const stateSince = step === "take-over" ? new Date(before.stateSince) : ctx.now;
  const moved = await tx
    .update(signOffRequests)
    .set({ state, version, round, addressedToId, competencyVersionId, stateSince })
    .where(
      and(
        eq(signOffRequests.trustId, ctx.actor.trustId),
        eq(signOffRequests.id, before.id),
        eq(signOffRequests.state, before.state),
        eq(signOffRequests.version, before.version),
      ),
    )
    .returning({ id: signOffRequests.id });
  if (moved.length === 0) refuse("conflict", "request-changed");
  await recordStep(tx, ctx, { ...after, step, fromState: before.state, note });
  return { ...after, stateSince: stateSince.toISOString() };
}

interface NewStep {
  id: string;
  version: number;
  round: number;
  step: RequestStep;
  fromState: RequestState;
  state: RequestState;
  addressedToId: string;
  note: string | null;
}

/** A step is numbered by the version of the request that it led to. */
export async function recordStep(tx: Tx, ctx: CommandContext, request: NewStep): Promise<void> {
  await tx.insert(signOffSteps).values({
    trustId: ctx.actor.trustId,
    id: newId(ctx.now),
    requestId: request.id,
    number: request.version,
    round: request.round,
    step: request.step,
    fromState: request.fromState,
    toState: request.state,
    takenById: ctx.actor.staffId,
    addressedToId: request.addressedToId,
    note: request.note,
    takenAt: ctx.now,
  });
}

export type Audited = Pick<RequestRow, "id" | "staffId" | "competencyId">;

/** The audit entry of a step, in the chain of its request. */
export async function auditRequest(
  tx: Tx,
  ctx: CommandContext,
  action: AuditAction,
  { id, staffId, competencyId }: Audited,
  fields: Record<string, unknown> = {},
): Promise<void> {
  await recordAudit(tx, ctx, {
    action,
    stream: `sign_off_request:${id}`,
    refs: { staffId, competencyId },
    fields,
  });
}

/** Refuses "not-found" for a request of anybody else. */
export async function ownRequest(tx: Tx, ctx: CommandContext, id: string): Promise<RequestRow> {
  const request = await getRequestIn(tx, id);
  if (request.staffId !== ctx.actor.staffId) refuse("not-found", "request-not-found");
  return request;
}

/** Refuses where the request has moved on since the form was shown. */
export function requireSeen(request: RequestRow, seenVersion: number): void {
  if (request.version !== seenVersion) refuse("conflict", "request-changed");
}
