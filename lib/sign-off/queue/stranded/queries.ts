import "server-only";
import { and, asc, eq, notExists } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { total } from "@/db/pages";
import { competencyVersions, signOffRequests, staffMembers, supervisions } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { maySetUpPeople } from "@/lib/people/policy";
import { type IsoDate, londonDate } from "@/lib/platform/dates";

/** A request that nobody may decide, because nobody supervises the person any more. */
export interface StrandedRequest {
  id: string;
  staffId: string;
  personName: string;
  competencyId: string;
  competencyTitle: string;
  since: IsoDate;
}

/** The first requests of the trust that nobody may decide, longest waiting first, and how many there are. */
export function listStrandedRequests(
  actor: Actor,
  on: IsoDate,
  most: number,
): Promise<{ rows: StrandedRequest[]; total: number }> {
  authorise(maySetUpPeople(actor));
  return withTrust(actor, async (tx) => {
    const rows = await tx
      .select({
        id: signOffRequests.id,
        staffId: signOffRequests.staffId,
        personName: staffMembers.name,
        competencyId: signOffRequests.competencyId,
        competencyTitle: competencyVersions.title,
        since: signOffRequests.stateSince,
        total,
      })
      .from(signOffRequests)
      .innerJoin(
        staffMembers,
        and(eq(staffMembers.trustId, signOffRequests.trustId), eq(staffMembers.id, signOffRequests.staffId)),
      )
      .innerJoin(
        competencyVersions,
        and(
          eq(competencyVersions.trustId, signOffRequests.trustId),
          eq(competencyVersions.id, signOffRequests.competencyVersionId),
        ),
      )
      .where(and(eq(signOffRequests.state, "submitted"), notExists(supervisionOf(tx, on))))
      .orderBy(asc(signOffRequests.stateSince), asc(signOffRequests.id))
      .limit(most);
    return {
      rows: rows.map(({ total: _, since, ...row }) => ({ ...row, since: londonDate(since) })),
      total: rows[0]?.total ?? 0,
    };
  });
}

function supervisionOf(tx: Tx, on: IsoDate) {
  return tx
    .select({ id: supervisions.id })
    .from(supervisions)
    .where(
      and(
        eq(supervisions.trustId, signOffRequests.trustId),
        eq(supervisions.learnerId, signOffRequests.staffId),
        inForce(supervisions, on),
      ),
    );
}
