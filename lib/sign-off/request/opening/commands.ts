import "server-only";
import { and, eq } from "drizzle-orm";
import { violatedConstraint } from "@/db/errors";
import { inForce } from "@/db/facts";
import { signOffRequests, supervisions } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { notify } from "@/lib/notifications/commands";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { Refusal, refuse } from "@/lib/platform/refusals";
import { holdingStandingOf } from "@/lib/sign-off/holding/queries";
import { mayRequest } from "@/lib/sign-off/policy";
import type { RequestInput } from "@/lib/sign-off/schema";
import type { RequestRow } from "../queries";
import { askFault } from "../rules";
import { type Audited, auditRequest, moveRequest, recordStep } from "../steps/commands";

interface Saved {
  id: string;
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

/** The entry of a request that is sent for the first time, and word of it to whoever is asked. */
export async function tellAsked(
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

/** The same of a form of the actor's own, of which something else is wrong. */
export async function checkSupervisor(
  ctx: CommandContext,
  { supervisorId }: { supervisorId?: string },
): Promise<void> {
  if (supervisorId === undefined) return;
  const named = { supervisorId, learnerId: ctx.actor.staffId };
  await withTrust(ctx.actor, (tx) => requireSupervisor(tx, named, londonDate(ctx.now)));
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
