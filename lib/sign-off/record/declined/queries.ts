import "server-only";
import { and, desc, eq, gt, gte, notExists } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { competencyVersions, signatures, signOffDecisions, signOffRequests, staffMembers } from "@/db/schema";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { newsSince } from "@/lib/platform/news";

/** A request of the person's own that was declined, and that they have not asked again since. */
export interface DeclinedRequest {
  requestId: string;
  competencyId: string;
  competencyTitle: string;
  declinedOn: IsoDate;
  byName: string;
  /** In which capacity they signed it. */
  capacity: string;
  signatureId: string;
  reason: string;
}

const later = alias(signOffRequests, "later");

/** What was declined and not asked for again, latest first: of all within the last 28 days, of one whenever it was. */
export function listDeclined(actor: Actor, on: IsoDate, competencyId?: string): Promise<DeclinedRequest[]> {
  return withTrust(actor, async (tx) => {
    const askedAgain = tx
      .select({ id: later.id })
      .from(later)
      .where(
        and(
          eq(later.trustId, signOffRequests.trustId),
          eq(later.staffId, signOffRequests.staffId),
          eq(later.competencyId, signOffRequests.competencyId),
          gt(later.createdAt, signOffRequests.createdAt),
        ),
      );
    const rows = await tx
      .select({
        requestId: signOffRequests.id,
        competencyId: signOffRequests.competencyId,
        competencyTitle: competencyVersions.title,
        decidedAt: signOffDecisions.decidedAt,
        byName: staffMembers.name,
        capacity: signatures.capacity,
        signatureId: signatures.id,
        reason: signOffDecisions.reason,
      })
      .from(signOffRequests)
      .innerJoin(
        signOffDecisions,
        and(
          eq(signOffDecisions.trustId, signOffRequests.trustId),
          eq(signOffDecisions.requestId, signOffRequests.id),
          eq(signOffDecisions.outcome, "decline"),
        ),
      )
      .innerJoin(
        staffMembers,
        and(
          eq(staffMembers.trustId, signOffDecisions.trustId),
          eq(staffMembers.id, signOffDecisions.decidedById),
        ),
      )
      .innerJoin(
        signatures,
        and(
          eq(signatures.trustId, signOffDecisions.trustId),
          eq(signatures.id, signOffDecisions.signatureId),
        ),
      )
      .innerJoin(
        competencyVersions,
        and(
          eq(competencyVersions.trustId, signOffRequests.trustId),
          eq(competencyVersions.id, signOffRequests.competencyVersionId),
        ),
      )
      .where(
        and(
          eq(signOffRequests.staffId, actor.staffId),
          eq(signOffRequests.state, "declined"),
          competencyId
            ? eq(signOffRequests.competencyId, competencyId)
            : gte(signOffDecisions.decidedAt, new Date(`${newsSince(on)}T00:00:00Z`)),
          notExists(askedAgain),
        ),
      )
      .orderBy(desc(signOffDecisions.decidedAt), desc(signOffRequests.id));
    return rows.map(({ decidedAt, reason, ...row }) => ({
      ...row,
      declinedOn: londonDate(decidedAt),
      reason: reason ?? "",
    }));
  });
}
