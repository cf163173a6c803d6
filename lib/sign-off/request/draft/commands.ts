import "server-only";
import { runCommand } from "@/db/command";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import type { DraftInput, RequestInput } from "@/lib/sign-off/schema";
import { newRequest, onceOpen, requireSupervisor, submitDraftIn } from "../opening/commands";
import { findOpenRequest, type RequestRow } from "../queries";
import { auditRequest, moveRequest, ownRequest, requireSeen } from "../steps/commands";

interface Saved {
  id: string;
}

/** The person keeps what they would ask for, and asks later. Until it is sent it is theirs alone. */
export async function draftRequest(ctx: CommandContext, input: RequestInput, key: string): Promise<Saved> {
  return onceOpen(() =>
    runCommand(ctx, { action: "sign_off.draft", key, body: input }, async (tx) => {
      const subject = { staffId: ctx.actor.staffId, competencyId: input.competencyId };
      if (await findOpenRequest(tx, subject)) refuse("conflict", "request-open");
      const request = await newRequest(tx, ctx, input, "draft");
      await auditRequest(tx, ctx, "sign_off.drafted", request, { note: input.note });
      return { id: request.id };
    }),
  );
}

/** Saves a draft again, with another supervisor or note. */
export function redraftRequest(ctx: CommandContext, input: DraftInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "sign_off.redraft", key, body: input }, async (tx) => {
    const before = await ownDraft(tx, ctx, input);
    const { supervisorId, note } = input;
    const today = londonDate(ctx.now);
    await requireSupervisor(tx, { supervisorId, learnerId: before.staffId }, today);
    await moveRequest(tx, ctx, before, "draft", { addressedToId: supervisorId, note });
    await auditRequest(tx, ctx, "sign_off.drafted", before, { note });
    return { id: before.id };
  });
}

/** Sends a draft: from then on it is a request like any other. */
export function sendDraft(ctx: CommandContext, input: DraftInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "sign_off.send", key, body: input }, async (tx) => {
    const before = await ownDraft(tx, ctx, input);
    return submitDraftIn(tx, ctx, before, { ...input, competencyId: before.competencyId });
  });
}

async function ownDraft(tx: Tx, ctx: CommandContext, input: DraftInput): Promise<RequestRow> {
  const draft = await ownRequest(tx, ctx, input.requestId);
  if (draft.state !== "draft") refuse("conflict", "draft-sent");
  requireSeen(draft, input.seenVersion);
  return draft;
}
