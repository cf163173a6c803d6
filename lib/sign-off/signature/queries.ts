import "server-only";
import { and, desc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  competencyVersions,
  equipment,
  holdingEvents,
  observerExceptions,
  practices,
  settings,
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
import type { HoldingScope } from "../holding/rules";
import type { SignerRegistration } from "../signer/rules";

const owners = alias(staffMembers, "owners");
const approvers = alias(staffMembers, "approvers");
const voiders = alias(staffMembers, "voiders");
const grants = alias(holdingEvents, "grants");
const voids = alias(holdingEvents, "voids");
const reinstatements = alias(holdingEvents, "reinstatements");

const columns = {
  id: signatures.id,
  requestId: signOffDecisions.requestId,
  round: signOffDecisions.round,
  outcome: signOffDecisions.outcome,
  reason: sql<string | null>`coalesce(${signOffDecisions.reason}, ${reinstatements.reason})`,
  assessmentNote: signOffDecisions.assessmentNote,
  /** The practice that was the final assessment, where it was a direct observation. */
  assessmentPracticeId: practices.id,
  assessedOn: practices.performedOn,
  assessedIn: settings.name,
  assessedWith: sql<string | null>`${equipment.make} || ' ' || ${equipment.model}`,
  ownerId: signatures.ownerId,
  ownerName: owners.name,
  competencyId: sql<string>`coalesce(${signOffRequests.competencyId}, ${reinstatements.competencyId})`,
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
  exceptionApprovedByName: approvers.name,
  exceptionUntil: observerExceptions.validUntil,
  /** The grant or renewal that the signature made, if it made one. */
  grantId: grants.id,
  /** The last valid day of what was granted. */
  expiresOn: grants.expiresOn,
  scope: grants.scope,
  voidedOn: voids.onDate,
  voidedReason: voids.reason,
  voidedByName: voiders.name,
  demonstration: signatures.demonstration,
  method: signingEvents.method,
  signedAt: signatures.signedAt,
};

/** A signature with the decision, or the reinstatement, that it stands under. */
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

/**
 * Seen by whoever may see the person's record, and by its signer. A reinstatement shows why there was a suspension,
 * so that it is for the person, their manager and their supervisors alone.
 */
function selectSignatures(actor: Actor, where: SQL, on: IsoDate) {
  const near = visibleTo({ ...actor, roles: [] }, signatures.ownerId, on);
  const scope = or(
    and(isNotNull(signOffDecisions.id), visibleTo(actor, signatures.ownerId, on)),
    near,
    eq(signatures.signerId, actor.staffId),
  );
  return withTrust(actor, async (tx) => {
    const rows = await tx
      .select({ ...columns, recordVisible: sql<boolean>`(${visibleTo(actor, signatures.ownerId, on)})` })
      .from(signatures)
      .leftJoin(
        signOffDecisions,
        and(
          eq(signOffDecisions.trustId, signatures.trustId),
          eq(signOffDecisions.signatureId, signatures.id),
        ),
      )
      .leftJoin(
        reinstatements,
        and(eq(reinstatements.trustId, signatures.trustId), eq(reinstatements.signatureId, signatures.id)),
      )
      .leftJoin(
        grants,
        and(
          eq(grants.trustId, signOffDecisions.trustId),
          eq(grants.decisionId, signOffDecisions.id),
          eq(grants.staffId, signOffDecisions.ownerId),
        ),
      )
      .leftJoin(voids, and(eq(voids.trustId, grants.trustId), eq(voids.voidsEventId, grants.id)))
      .leftJoin(voiders, and(eq(voiders.trustId, voids.trustId), eq(voiders.id, voids.recordedById)))
      .leftJoin(
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
          eq(
            competencyVersions.id,
            sql`coalesce(${signOffRequests.competencyVersionId}, ${reinstatements.competencyVersionId})`,
          ),
        ),
      )
      .leftJoin(
        practices,
        and(
          eq(practices.trustId, signOffDecisions.trustId),
          eq(practices.id, signOffDecisions.assessmentPracticeId),
        ),
      )
      .leftJoin(settings, and(eq(settings.trustId, practices.trustId), eq(settings.id, practices.settingId)))
      .leftJoin(
        equipment,
        and(eq(equipment.trustId, practices.trustId), eq(equipment.id, practices.equipmentId)),
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
      .leftJoin(
        approvers,
        and(
          eq(approvers.trustId, observerExceptions.trustId),
          eq(approvers.id, observerExceptions.approvedById),
        ),
      )
      .where(and(where, scope))
      .orderBy(desc(signatures.signedAt), desc(signatures.id));
    return rows.map((row) => ({
      ...row,
      registration: row.registration as SignerRegistration | null,
      scope: (row.scope ?? {}) as HoldingScope,
      shownHash: row.shownHash.toString("hex"),
      signedAt: row.signedAt.toISOString(),
    }));
  });
}
