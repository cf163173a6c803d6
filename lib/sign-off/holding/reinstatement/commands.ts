import "server-only";
import { runCommand } from "@/db/command";
import { lockRecord, lockStanding } from "@/db/locks";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IdentityProof } from "@/lib/auth/proof";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { getSubject } from "@/lib/people/queries";
import { londonDate } from "@/lib/platform/dates";
import { Refusal, refuse } from "@/lib/platform/refusals";
import { mayLift } from "@/lib/sign-off/policy";
import type { ReinstateInput } from "@/lib/sign-off/schema";
import { canonicalReinstatement, competencyShown } from "@/lib/sign-off/shown/rules";
import { requireFresh, writeSignature } from "@/lib/sign-off/signature/commands";
import { gatherSigner } from "@/lib/sign-off/signer/queries";
import { checkSigner } from "@/lib/sign-off/signer/rules";
import { reinstatementStatement } from "@/lib/sign-off/words";
import { insertHoldingEvent } from "../events/commands";
import { findOpenReview } from "../queries";
import { scopeSentences } from "../words";
import { nameOf } from "./queries";

/** A reinstatement without its secret: the password was proved before the transaction. */
export type Reinstatement = Omit<ReinstateInput, "password">;

/** Lifts a suspension or restriction after reassessment, signed by somebody whom rules 1 and 2 allow. */
export function reinstateHolding(
  ctx: CommandContext,
  input: Reinstatement,
  proof: IdentityProof,
  key: string,
): Promise<{ id: string; signatureId: string }> {
  return runCommand(ctx, { action: "holding.reinstate", key, body: input }, async (tx) => {
    const { staffId, competencyId, reason } = input;
    const on = londonDate(ctx.now);
    await getSubject(tx, staffId, on);
    authorise(mayLift(ctx.actor, staffId));
    requireFresh(proof, ctx);
    await lockRecord(tx, input);
    await lockStanding(tx, ctx.actor.staffId, "rely");
    const version = await getCompetencyVersion(tx, competencyId, on);
    const signer = await gatherSigner(tx, { ownerId: staffId, signerId: ctx.actor.staffId, version }, on);
    const checks = checkSigner(signer);
    const failed = checks.find(({ met }) => !met);
    if (failed) throw new Refusal("rule", failed.code, failed.params);
    const review = await findOpenReview(tx, { staffId, competencyId }, on);
    if (!review) refuse("rule", "not-suspended");
    if (review.id !== input.seenEventId) refuse("conflict", "review-changed");
    const name = await nameOf(tx, staffId);
    const statement = reinstatementStatement(name, version.title);
    const shown = canonicalReinstatement({
      owner: { staffId, name },
      competency: competencyShown(version),
      review: {
        eventId: review.id,
        kind: review.kind,
        on: review.on,
        reason: review.reason,
        byName: review.recordedByName,
        limits: scopeSentences(review.scope),
      },
      checks,
      reinstatement: { reassessment: reason, statement },
    });
    const signatureId = await writeSignature(tx, ctx, proof, {
      ownerId: staffId,
      signer,
      meaning: statement,
      shown,
    });
    const { versionId } = version;
    const event = { staffId, competencyId, versionId, kind: "reinstated" as const, on, reason, signatureId };
    return { ...(await insertHoldingEvent(tx, ctx, event)), signatureId };
  });
}
