import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { lockRecord } from "@/db/locks";
import { holdingEvents, signatures, signOffDecisions } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { mayVoid } from "@/lib/sign-off/policy";
import type { VoidInput } from "@/lib/sign-off/schema";
import { insertHoldingEvent } from "../events/commands";
import { selectHoldingEvents } from "../queries";

/**
 * Signed for the wrong person or the wrong competency: the sign-off counts as never written, and what came before
 * it shows through. By its signer or the education lead.
 */
export function voidSignOff(ctx: CommandContext, input: VoidInput, key: string): Promise<{ id: string }> {
  return runCommand(ctx, { action: "holding.void", key, body: input }, async (tx) => {
    const signed = await getSigned(tx, input.signatureId);
    authorise(mayVoid(ctx.actor, signed));
    if (!signed.eventId) refuse("rule", "nothing-to-void");
    const { eventId, ownerId: staffId, competencyId, versionId } = signed;
    if (!competencyId || !versionId) refuse("rule", "nothing-to-void");
    await lockRecord(tx, { staffId, competencyId });
    const events = await selectHoldingEvents(tx, staffId, [competencyId]);
    if (events.some(({ voidsEventId }) => voidsEventId === eventId)) refuse("conflict", "already-voided");
    const on = londonDate(ctx.now);
    const base = { staffId, competencyId, versionId, on, reason: input.reason };
    return insertHoldingEvent(tx, ctx, { ...base, kind: "voided", voidsEventId: eventId });
  });
}

/** Whose signature it is, and the grant or renewal that it made; another trust's is not found. */
async function getSigned(tx: Tx, signatureId: string) {
  const [signed] = await tx
    .select({
      ownerId: signatures.ownerId,
      signerId: signatures.signerId,
      eventId: holdingEvents.id,
      competencyId: holdingEvents.competencyId,
      versionId: holdingEvents.competencyVersionId,
    })
    .from(signatures)
    .leftJoin(
      signOffDecisions,
      and(eq(signOffDecisions.trustId, signatures.trustId), eq(signOffDecisions.signatureId, signatures.id)),
    )
    .leftJoin(
      holdingEvents,
      and(
        eq(holdingEvents.trustId, signOffDecisions.trustId),
        eq(holdingEvents.decisionId, signOffDecisions.id),
      ),
    )
    .where(eq(signatures.id, signatureId));
  return signed ?? refuse("not-found", "event-not-found");
}
