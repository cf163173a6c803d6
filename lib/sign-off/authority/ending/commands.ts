import "server-only";
import { eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { lockRecord } from "@/db/locks";
import { getFact, supersede } from "@/db/rows";
import { authorities, authorityAcceptances } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { notify } from "@/lib/notifications/commands";
import { getSubject } from "@/lib/people/queries";
import { addDays, type IsoDate, laterOf, londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { mayGrantEntitlement } from "@/lib/sign-off/policy";
import type { EndAuthorityInput } from "@/lib/sign-off/schema";
import { selectStanding } from "../queries";
import { restedOnVoided } from "../words";

/** From the day after the last the employer no longer authorises the task; what was done under the authority stands. */
export function endAuthority(
  ctx: CommandContext,
  input: EndAuthorityInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "authority.end", key, body: input }, async (tx) => {
    const { staffId, competencyId } = await getFact(tx, authorities, input.authorityId);
    const { teamIds } = await getSubject(tx, staffId, londonDate(ctx.now));
    authorise(mayGrantEntitlement(ctx.actor, { ownerId: staffId, teamIds }));
    await lockRecord(tx, { staffId, competencyId });
    const before = await getFact(tx, authorities, input.authorityId);
    const until = addDays(input.lastDay, 1);
    requireSooner(before, until);
    await requireNotUndone(tx, before, until, londonDate(ctx.now));
    const id = await endAt(tx, ctx, before, { until, reason: input.reason });
    const toGranter = before.grantedById ?? before.recordedById;
    await tellOfEnd(tx, ctx, { staffId, competencyId }, [toGranter]);
    return { id };
  });
}

/**
 * A sign-off was voided, and with it what the employer authorised on its strength: ends all that the person has for
 * the competency from that day on, or before it begins. Part of the void's transaction; the days before it stand.
 */
export async function endRestingOnVoided(
  tx: Tx,
  ctx: CommandContext,
  subject: { staffId: string; competencyId: string },
): Promise<void> {
  const today = londonDate(ctx.now);
  const standing = await selectStanding(tx, subject, today);
  const granterIds: (string | null)[] = [];
  for (const { id } of standing) {
    const before = await getFact(tx, authorities, id);
    await endAt(tx, ctx, before, { until: laterOf(today, before.validFrom), reason: restedOnVoided });
    granterIds.push(before.grantedById ?? before.recordedById);
  }
  if (standing.length > 0) await tellOfEnd(tx, ctx, subject, granterIds);
}

type Authority = typeof authorities.$inferSelect;

/** An end can come sooner, never later: what was accepted was for no longer than that. */
function requireSooner({ validFrom, validUntil }: Authority, until: IsoDate): void {
  if (validUntil !== null && validUntil <= until) {
    refuse("rule", "authority-only-sooner", { until: validUntil }, "lastDay");
  }
  if (until < validFrom) refuse("invalid", "authority-ends-before-it-begins", { validFrom }, "lastDay");
}

/** What somebody accepted and may have worked under is not undone: it ends from today at the earliest. */
async function requireNotUndone(tx: Tx, before: Authority, until: IsoDate, today: IsoDate): Promise<void> {
  if (until >= today || before.validFrom > today) return;
  if (await findAcceptance(tx, before.id)) refuse("rule", "authority-has-held", { today }, "lastDay");
}

/** Writes the end over the authority, still by whoever granted it and still accepted; audited. */
async function endAt(
  tx: Tx,
  ctx: CommandContext,
  before: Authority,
  { until, reason }: { until: IsoDate; reason: string },
): Promise<string> {
  const { staffId, competencyId } = before;
  const id = await supersede(tx, ctx, authorities, before, {
    validUntil: until,
    grantedById: before.grantedById ?? before.recordedById,
    endedReason: reason,
  });
  await carryAcceptance(tx, ctx, before.id, id);
  await recordAudit(tx, ctx, {
    action: "authority.ended",
    stream: `authority:${before.id}`,
    refs: { staffId, competencyId, successorId: id },
    fields: { validUntil: until, reason },
  });
  return id;
}

/** Tells the person, and whoever granted what somebody else has ended; each of them once. */
async function tellOfEnd(
  tx: Tx,
  ctx: CommandContext,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  granterIds: readonly (string | null)[],
): Promise<void> {
  const others = granterIds.filter((id) => id !== null && id !== ctx.actor.staffId);
  for (const toStaffId of new Set([staffId, ...others])) {
    if (toStaffId) await notify(tx, ctx, { kind: "authority.ended", toStaffId, payload: { competencyId } });
  }
}

/** The person's acceptance was of the same authority: the days before its end still count. */
async function carryAcceptance(tx: Tx, ctx: CommandContext, from: string, to: string): Promise<void> {
  const accepted = await findAcceptance(tx, from);
  if (!accepted) return;
  await tx.insert(authorityAcceptances).values({ ...accepted, id: newId(ctx.now), authorityId: to });
}

async function findAcceptance(tx: Tx, authorityId: string) {
  const [accepted] = await tx
    .select()
    .from(authorityAcceptances)
    .where(eq(authorityAcceptances.authorityId, authorityId));
  return accepted ?? null;
}
