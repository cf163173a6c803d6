import "server-only";
import { eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { lockRecord } from "@/db/locks";
import { endFact, getFact } from "@/db/rows";
import { authorities, authorityAcceptances } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { notify } from "@/lib/notifications/commands";
import { getSubject } from "@/lib/people/queries";
import type { EndFactInput } from "@/lib/people/schema";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { mayGrantEntitlement } from "@/lib/sign-off/policy";

/** From a day on the employer no longer authorises the task; what was done under the authority stands. */
export function endAuthority(ctx: CommandContext, input: EndFactInput, key: string): Promise<{ id: string }> {
  return runCommand(ctx, { action: "authority.end", key, body: input }, async (tx) => {
    const { staffId, competencyId, grantedById, recordedById } = await getFact(tx, authorities, input.id);
    const { teamIds } = await getSubject(tx, staffId, londonDate(ctx.now));
    authorise(mayGrantEntitlement(ctx.actor, { ownerId: staffId, teamIds }));
    await lockRecord(tx, { staffId, competencyId });
    const granter = { grantedById: grantedById ?? recordedById };
    const { id, before, validUntil } = await endFact(tx, ctx, authorities, input, granter);
    await carryAcceptance(tx, ctx, before.id, id);
    await recordAudit(tx, ctx, {
      action: "authority.ended",
      stream: `authority:${before.id}`,
      refs: { staffId, competencyId, successorId: id },
      fields: { validUntil },
    });
    await notify(tx, ctx, { kind: "authority.ended", toStaffId: staffId, payload: { competencyId } });
    return { id };
  });
}

/** The person's acceptance was of the same authority: the days before its end still count. */
async function carryAcceptance(tx: Tx, ctx: CommandContext, from: string, to: string): Promise<void> {
  const [accepted] = await tx
    .select()
    .from(authorityAcceptances)
    .where(eq(authorityAcceptances.authorityId, from));
  if (!accepted) return;
  await tx.insert(authorityAcceptances).values({ ...accepted, id: newId(ctx.now), authorityId: to });
}
