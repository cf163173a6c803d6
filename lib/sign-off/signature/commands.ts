import "server-only";
import { signatures, signingEvents } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import type { IdentityProof } from "@/lib/auth/proof";
import { sha256 } from "@/lib/platform/crypto";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { shownSchema } from "../shown/rules";
import { capacityOf, type SignerFacts, signingRegistration } from "../signer/rules";

interface ToSign {
  ownerId: string;
  signer: SignerFacts;
  /** The statement that the signature means. */
  meaning: string;
  /** Canonical text of exactly what was on the page. */
  shown: string;
  exceptionId?: string | null;
}

/** No grace period: a proof is the signer's own, given on this form, at most five minutes ago. */
export function requireFresh(proof: IdentityProof, { actor, now }: CommandContext): void {
  if (proof.staffId !== actor.staffId) refuse("forbidden", "proof-of-another");
  const age = now.getTime() - proof.provedAt.getTime();
  if (age < 0 || age > 300_000) refuse("invalid", "proof-expired", {}, "password");
}

/** One fresh proof of identity and the one signature that it is given for; answers with the signature's id. */
export async function writeSignature(
  tx: Tx,
  ctx: CommandContext,
  proof: IdentityProof,
  { ownerId, signer, meaning, shown, exceptionId = null }: ToSign,
): Promise<string> {
  const { actor, now } = ctx;
  const shownHash = sha256(Buffer.from(shown, "utf8"));
  const signingEventId = newId(now);
  await tx.insert(signingEvents).values({
    trustId: actor.trustId,
    id: signingEventId,
    signerId: actor.staffId,
    method: proof.method,
    provedAt: proof.provedAt,
    declarationHash: shownHash,
    signedAt: now,
  });
  const id = newId(now);
  await tx.insert(signatures).values({
    trustId: actor.trustId,
    id,
    signingEventId,
    signerId: actor.staffId,
    ownerId,
    signerName: actor.name,
    capacity: capacityOf(signer),
    registration: signingRegistration(signer),
    meaning,
    shownSchema,
    shown,
    shownHash,
    exceptionId,
    demonstration: actor.demo,
    trustIsDemo: actor.demo,
    signedAt: now,
  });
  return id;
}
