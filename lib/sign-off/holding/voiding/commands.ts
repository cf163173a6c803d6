import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { lockRecord } from "@/db/locks";
import { holdingEvents, signatures, signOffDecisions } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IdentityProof } from "@/lib/auth/proof";
import { londonDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { endRestingOnVoided } from "@/lib/sign-off/authority/ending/commands";
import { mayVoid } from "@/lib/sign-off/policy";
import type { VoidInput } from "@/lib/sign-off/schema";
import { requireFresh } from "@/lib/sign-off/signature/commands";
import { insertHoldingEvent } from "../events/commands";
import { selectHoldingEvents } from "../queries";
import { isHeldWithout } from "./rules";

/** A void without its secret: the password was proved before the transaction. */
export type Voiding = Omit<VoidInput, "password">;

/**
 * Signed for the wrong person or the wrong competency: the sign-off counts as never written, and what came before
 * it shows through. What the employer authorised on its strength ends, unless another sign-off still stands. By its
 * signer or the education lead, with fresh proof that it is they.
 */
export function voidSignOff(
  ctx: CommandContext,
  input: Voiding,
  proof: IdentityProof,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "holding.void", key, body: input }, async (tx) => {
    const signed = await getSigned(tx, input.signatureId);
    authorise(mayVoid(ctx.actor, signed));
    requireFresh(proof, ctx);
    if (!signed.eventId) refuse("rule", "nothing-to-void");
    const { eventId, ownerId: staffId, competencyId, versionId } = signed;
    if (!competencyId || !versionId) refuse("rule", "nothing-to-void");
    await lockRecord(tx, { staffId, competencyId });
    const events = await selectHoldingEvents(tx, staffId, [competencyId]);
    if (events.some(({ voidsEventId }) => voidsEventId === eventId)) refuse("conflict", "already-voided");
    const on = londonDate(ctx.now);
    const base = { staffId, competencyId, versionId, on, reason: input.reason, proof: proof.method };
    const event = { ...base, kind: "voided" as const, voidsEventId: eventId };
    const voided = await insertHoldingEvent(tx, ctx, event);
    if (!isHeldWithout(events, eventId, on)) await endRestingOnVoided(tx, ctx, { staffId, competencyId });
    return voided;
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
