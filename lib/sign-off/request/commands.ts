import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { violatedConstraint } from "@/db/errors";
import { inForce } from "@/db/facts";
import { signOffRequests, supervisions } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { AuditAction } from "@/lib/audit/actions";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { notify } from "@/lib/notifications/commands";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { Refusal, refuse } from "@/lib/platform/refusals";
import { findOpenReview, holdingStandingOf } from "../holding/queries";
import { mayRequest, mayTakeOver, mayWithdraw } from "../policy";
import type { RequestInput, ResubmitInput, TakeOverInput, WithdrawInput } from "../schema";
import { findOpenRequest, getRequestFor, getRequestIn, type RequestRow } from "./queries";
import { askFault } from "./rules";
import { moveRequest, recordStep } from "./steps/commands";

interface Saved {
  id: string;
}

/** An assistant practitioner asks that a competency be signed off. One open request a competency. */
export async function requestSignOff(ctx: CommandContext, input: RequestInput, key: string): Promise<Saved> {
  return onceOpen(() =>
    runCommand(ctx, { action: "sign_off.request", key, body: input }, (tx) =>
      requestSignOffIn(tx, ctx, input),
    ),
  );
}

/** The same within a transaction that does more, such as recording the practice first. A draft is sent instead. */
export async function requestSignOffIn(tx: Tx, ctx: CommandContext, input: RequestInput): Promise<Saved> {
  const open = await findOpenRequest(tx, { staffId: ctx.actor.staffId, competencyId: input.competencyId });
  if (open?.state === "draft") return submitDraftIn(tx, ctx, open, input);
  if (open) refuse("conflict", "request-open");
  const request = await newRequest(tx, ctx, input, "submitted");
  await tellAsked(tx, ctx, request, input.note);
  return { id: request.id };
}

/** A draft is sent under the version now in force, to whoever is named now. */
export async function submitDraftIn(
  tx: Tx,
  ctx: CommandContext,
  draft: RequestRow,
  { competencyId, supervisorId, note }: RequestInput,
): Promise<Saved> {
  const { versionId } = await requireAskable(tx, ctx, { competencyId, supervisorId });
  const change = { addressedToId: supervisorId, competencyVersionId: versionId, note };
  await tellAsked(tx, ctx, await moveRequest(tx, ctx, draft, "submit", change), note);
  return { id: draft.id };
}

/** A request as its person first saves it: sent at once, or kept as a draft. */
export async function newRequest(
  tx: Tx,
  ctx: CommandContext,
  { competencyId, supervisorId, note }: RequestInput,
  state: "draft" | "submitted",
) {
  const { trustId, staffId } = ctx.actor;
  const { versionId } = await requireAskable(tx, ctx, { competencyId, supervisorId });
  const request = {
    trustId,
    id: newId(ctx.now),
    staffId,
    competencyId,
    competencyVersionId: versionId,
    state,
    version: 1,
    round: 1,
    addressedToId: supervisorId,
    stateSince: ctx.now,
    createdAt: ctx.now,
  };
  await tx.insert(signOffRequests).values(request);
  const step = state === "draft" ? "draft" : "submit";
  await recordStep(tx, ctx, { ...request, step, fromState: "draft", note });
  return request;
}

/** Is there anything to ask for today, and does the supervisor named supervise the person? */
async function requireAskable(
  tx: Tx,
  { actor, now }: CommandContext,
  { competencyId, supervisorId }: { competencyId: string; supervisorId: string },
): Promise<{ versionId: string }> {
  const today = londonDate(now);
  const { staffId } = actor;
  authorise(mayRequest(actor, staffId));
  const version = await getCompetencyVersion(tx, competencyId, today);
  const subject = { staffId, competencyId };
  const fault = askFault(await holdingStandingOf(tx, subject, version.rule.noticeDays, today));
  if (fault) refuse("rule", fault);
  await requireSupervisor(tx, { supervisorId, learnerId: staffId }, today);
  return version;
}

/** A suspension or restriction is lifted by a reassessment, not by another sign-off. */
async function refuseUnderReview(
  tx: Tx,
  subject: { staffId: string; competencyId: string },
  today: IsoDate,
): Promise<void> {
  if (await findOpenReview(tx, subject, today)) refuse("rule", "under-review");
}

async function tellAsked(
  tx: Tx,
  ctx: CommandContext,
  request: Audited & { addressedToId: string },
  note: string | null,
): Promise<void> {
  await auditRequest(tx, ctx, "sign_off.requested", request, { note });
  await notify(tx, ctx, {
    kind: "sign_off.requested",
    toStaffId: request.addressedToId,
    payload: { requestId: request.id },
  });
}

/** Answers a returned request: a new round, under the version now in force; all earlier rounds stay. */
export function resubmitSignOff(ctx: CommandContext, input: ResubmitInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "sign_off.resubmit", key, body: input }, async (tx) => {
    const today = londonDate(ctx.now);
    const before = await ownRequest(tx, ctx, input.requestId);
    authorise(mayRequest(ctx.actor, before.staffId));
    requireSeen(before, input.seenVersion);
    const version = await getCompetencyVersion(tx, before.competencyId, today);
    await refuseUnderReview(tx, before, today);
    await requireSupervisor(tx, { supervisorId: input.supervisorId, learnerId: before.staffId }, today);
    await moveRequest(tx, ctx, before, "submit", {
      round: before.round + 1,
      addressedToId: input.supervisorId,
      competencyVersionId: version.versionId,
      note: input.note,
    });
    await auditRequest(tx, ctx, "sign_off.resubmitted", before, { note: input.note });
    await notify(tx, ctx, {
      kind: "sign_off.resubmitted",
      toStaffId: input.supervisorId,
      payload: { requestId: before.id },
    });
    return { id: before.id };
  });
}

/** The person who asked takes the request back. */
export function withdrawRequest(ctx: CommandContext, input: WithdrawInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "sign_off.withdraw", key, body: input }, async (tx) => {
    const before = await ownRequest(tx, ctx, input.requestId);
    authorise(mayWithdraw(ctx.actor, before.staffId));
    requireSeen(before, input.seenVersion);
    await moveRequest(tx, ctx, before, "withdraw", {});
    await auditRequest(tx, ctx, "sign_off.withdrawn", before);
    // Whoever was named in a draft has never heard of it.
    if (before.state !== "draft") {
      await notify(tx, ctx, {
        kind: "sign_off.withdrawn",
        toStaffId: before.addressedToId,
        payload: { requestId: before.id },
      });
    }
    return { id: before.id };
  });
}

/** Another supervisor of the person takes the request over. */
export function takeOverRequest(ctx: CommandContext, input: TakeOverInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "sign_off.take_over", key, body: input }, async (tx) => {
    const before = await getRequestFor(tx, ctx.actor, input.requestId, londonDate(ctx.now));
    requireSeen(before, input.seenVersion);
    await takeOverIn(tx, ctx, before);
    return { id: before.id };
  });
}

/** The step of taking over, also taken by deciding on a request that was addressed to a colleague. */
export async function takeOverIn(tx: Tx, ctx: CommandContext, before: RequestRow): Promise<RequestRow> {
  authorise(mayTakeOver(ctx.actor, { ownerId: before.staffId, addressedToId: before.addressedToId }));
  const after = await moveRequest(tx, ctx, before, "take-over", { addressedToId: ctx.actor.staffId });
  await auditRequest(tx, ctx, "sign_off.taken_over", before);
  await notify(tx, ctx, {
    kind: "sign_off.taken_over",
    toStaffId: before.staffId,
    payload: { requestId: before.id },
  });
  return after;
}

type Audited = Pick<RequestRow, "id" | "staffId" | "competencyId">;

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

/** Of two forms at once the database lets one open a request; the other is told that there is one. */
export async function onceOpen(work: () => Promise<Saved>): Promise<Saved> {
  try {
    return await work();
  } catch (error) {
    if (violatedConstraint(error) !== "sign_off_requests_open_key") throw error;
    throw new Refusal("conflict", "request-open");
  }
}

export function requireSeen(request: RequestRow, seenVersion: number): void {
  if (request.version !== seenVersion) refuse("conflict", "request-changed");
}

/** The person must be supervised by whom they name. */
export async function requireSupervisor(
  tx: Tx,
  { supervisorId, learnerId }: { supervisorId: string; learnerId: string },
  on: IsoDate,
): Promise<void> {
  const [found] = await tx
    .select({ id: supervisions.id })
    .from(supervisions)
    .where(
      and(
        eq(supervisions.supervisorId, supervisorId),
        eq(supervisions.learnerId, learnerId),
        inForce(supervisions, on),
      ),
    );
  if (!found) refuse("rule", "not-your-supervisor", {}, "supervisorId");
}
