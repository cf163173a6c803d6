import "server-only";
import { and, asc, eq, ne, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { inForce, known } from "@/db/facts";
import { total } from "@/db/pages";
import { competencies, observerExceptions, staffMembers, staffRoles } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { withTitles } from "@/lib/competencies/titles/queries";
import { hasNotLeft } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";
import { refuse } from "@/lib/platform/refusals";
import type { ObserverException } from "../assessment/rules";
import { mayApproveException } from "../policy";

export interface ExceptionRow {
  id: string;
  staffId: string;
  name: string;
  competencyId: string;
  competencyTitle: string;
  reason: string;
  approvedByName: string | null;
  validFrom: IsoDate;
  validUntil: IsoDate | null;
}

const approvers = alias(staffMembers, "approvers");

/** Exceptions in force on the day, by whose they are. */
export function listExceptions(actor: Actor, on: IsoDate, page = 1): Promise<Page<ExceptionRow>> {
  authorise(mayApproveException(actor));
  const { limit, offset } = pageWindow(page);
  return withTrust(actor, async (tx) => {
    const rows = await exceptionQuery(tx, inForce(observerExceptions, on)).limit(limit).offset(offset);
    return toPage(await withTitles(tx, rows, on), page);
  });
}

/** One exception that nothing has superseded; refuses "not-found" for any other. */
export function getException(actor: Actor, id: string, on: IsoDate): Promise<ExceptionRow> {
  authorise(mayApproveException(actor));
  return withTrust(actor, async (tx) => {
    const rows = await exceptionQuery(tx, and(known(observerExceptions), eq(observerExceptions.id, id)));
    const [row] = await withTitles(tx, rows, on);
    return row ?? refuse("not-found", "fact-not-found");
  });
}

/** The exception to rule 4 that is in force on the day; null where there is none. */
export async function findException(
  tx: Tx,
  subject: { staffId: string; competencyId: string },
  on: IsoDate,
): Promise<ObserverException | null> {
  const [found] = await tx
    .select({
      id: observerExceptions.id,
      approvedById: observerExceptions.approvedById,
      reason: observerExceptions.reason,
      validUntil: observerExceptions.validUntil,
    })
    .from(observerExceptions)
    .where(
      and(
        eq(observerExceptions.staffId, subject.staffId),
        eq(observerExceptions.competencyId, subject.competencyId),
        inForce(observerExceptions, on),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** For whom an exception can be approved: those who learn, besides the lead themselves. */
export function listLearners(actor: Actor, on: IsoDate): Promise<{ id: string; name: string }[]> {
  authorise(mayApproveException(actor));
  return withTrust(actor, (tx) =>
    tx
      .selectDistinct({ id: staffMembers.id, name: staffMembers.name, order: staffMembers.searchName })
      .from(staffMembers)
      .innerJoin(
        staffRoles,
        and(eq(staffRoles.trustId, staffMembers.trustId), eq(staffRoles.staffId, staffMembers.id)),
      )
      .where(
        and(
          eq(staffRoles.role, "assistant-practitioner"),
          inForce(staffRoles, on),
          ne(staffMembers.id, actor.staffId),
          hasNotLeft(on),
        ),
      )
      .orderBy(asc(staffMembers.searchName), asc(staffMembers.id)),
  );
}

function exceptionQuery(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      id: observerExceptions.id,
      staffId: observerExceptions.staffId,
      name: staffMembers.name,
      competencyId: observerExceptions.competencyId,
      code: competencies.code,
      reason: observerExceptions.reason,
      approvedByName: approvers.name,
      validFrom: observerExceptions.validFrom,
      validUntil: observerExceptions.validUntil,
      total,
    })
    .from(observerExceptions)
    .innerJoin(
      staffMembers,
      and(
        eq(staffMembers.trustId, observerExceptions.trustId),
        eq(staffMembers.id, observerExceptions.staffId),
      ),
    )
    .innerJoin(
      competencies,
      and(
        eq(competencies.trustId, observerExceptions.trustId),
        eq(competencies.id, observerExceptions.competencyId),
      ),
    )
    .leftJoin(
      approvers,
      and(
        eq(approvers.trustId, observerExceptions.trustId),
        eq(approvers.id, observerExceptions.approvedById),
      ),
    )
    .where(where)
    .orderBy(asc(staffMembers.searchName), asc(observerExceptions.id));
}
