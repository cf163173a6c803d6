import "server-only";
import { and, desc, eq, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  competencyVersions,
  observerExceptions,
  signatures,
  signingEvents,
  signOffDecisions,
  signOffRequests,
  staffMembers,
} from "@/db/schema";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import type { SignerRegistration } from "../signer/rules";

const owners = alias(staffMembers, "owners");

const columns = {
  id: signatures.id,
  requestId: signOffDecisions.requestId,
  round: signOffDecisions.round,
  outcome: signOffDecisions.outcome,
  reason: signOffDecisions.reason,
  assessmentNote: signOffDecisions.assessmentNote,
  ownerId: signatures.ownerId,
  ownerName: owners.name,
  competencyId: signOffRequests.competencyId,
  competencyTitle: competencyVersions.title,
  signerId: signatures.signerId,
  signerName: signatures.signerName,
  capacity: signatures.capacity,
  registration: signatures.registration,
  meaning: signatures.meaning,
  shownSchema: signatures.shownSchema,
  shown: signatures.shown,
  shownHash: signatures.shownHash,
  exceptionReason: observerExceptions.reason,
  demonstration: signatures.demonstration,
  method: signingEvents.method,
  signedAt: signatures.signedAt,
};

/** A signature with the decision that it stands under. */
export type SignatureRow = Awaited<ReturnType<typeof listSignatures>>[number];

/** The signatures under a request's decisions, latest first, as far as the actor may see them. */
export function listSignatures(actor: Actor, requestId: string, on: IsoDate) {
  return selectSignatures(actor, eq(signOffDecisions.requestId, requestId), on);
}

/** One signature; refuses "not-found" for whoever may not see it. */
export async function getSignature(actor: Actor, id: string, on: IsoDate): Promise<SignatureRow> {
  const [signature] = await selectSignatures(actor, eq(signatures.id, id), on);
  return signature ?? refuse("not-found", "event-not-found");
}

/** Seen by whoever may see the person's record, and by its signer. */
function selectSignatures(actor: Actor, where: SQL, on: IsoDate) {
  const scope = or(visibleTo(actor, signatures.ownerId, on), eq(signatures.signerId, actor.staffId));
  return withTrust(actor, async (tx) => {
    const rows = await tx
      .select(columns)
      .from(signatures)
      .innerJoin(
        signOffDecisions,
        and(
          eq(signOffDecisions.trustId, signatures.trustId),
          eq(signOffDecisions.signatureId, signatures.id),
        ),
      )
      .innerJoin(
        signOffRequests,
        and(
          eq(signOffRequests.trustId, signatures.trustId),
          eq(signOffRequests.id, signOffDecisions.requestId),
        ),
      )
      .innerJoin(
        competencyVersions,
        and(
          eq(competencyVersions.trustId, signatures.trustId),
          eq(competencyVersions.id, signOffRequests.competencyVersionId),
        ),
      )
      .innerJoin(
        signingEvents,
        and(eq(signingEvents.trustId, signatures.trustId), eq(signingEvents.id, signatures.signingEventId)),
      )
      .innerJoin(owners, and(eq(owners.trustId, signatures.trustId), eq(owners.id, signatures.ownerId)))
      .leftJoin(
        observerExceptions,
        and(
          eq(observerExceptions.trustId, signatures.trustId),
          eq(observerExceptions.id, signatures.exceptionId),
        ),
      )
      .where(and(where, scope))
      .orderBy(desc(signatures.signedAt), desc(signatures.id));
    return rows.map((row) => ({
      ...row,
      registration: row.registration as SignerRegistration | null,
      shownHash: row.shownHash.toString("hex"),
      signedAt: row.signedAt.toISOString(),
    }));
  });
}
