import "server-only";
import { runCommand } from "@/db/command";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { notify } from "@/lib/notifications/commands";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { findOpenReview } from "../holding/queries";
import { mayRequest, mayTakeOver, mayWithdraw } from "../policy";
import type { RequestInput, ResubmitInput, TakeOverInput, WithdrawInput } from "../schema";
import { newRequest, onceOpen, requireSupervisor, submitDraftIn, tellAsked } from "./opening/commands";
import { findOpenRequest, getRequestFor, type RequestRow } from "./queries";
import { auditRequest, moveRequest, ownRequest, requireSeen } from "./steps/commands";

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

/** A suspension or restriction is lifted by a reassessment, not by another sign-off. */
async function refuseUnderReview(
  tx: Tx,
  subject: { staffId: string; competencyId: string },
  today: IsoDate,
): Promise<void> {
  if (await findOpenReview(tx, subject, today)) refuse("rule", "under-review");
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
