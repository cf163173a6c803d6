import "server-only";
import { and, asc, eq, exists, gt, isNull, notExists, or, type SQL, sql } from "drizzle-orm";
import { inForce, known } from "@/db/facts";
import { total } from "@/db/pages";
import {
  assessorApprovals,
  competencies,
  competencyVersions,
  frameworks,
  frameworkVersions,
  requirements,
  staffMembers,
} from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { mayApproveAssessors } from "@/lib/people/policy";
import { soundestStandings } from "@/lib/people/registrations/queries";
import type { RegistrationStanding } from "@/lib/people/rules";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";
import { refuse } from "@/lib/platform/refusals";

export interface ApprovalRow {
  id: string;
  staffId: string;
  name: string;
  /** The framework's title, or the competency's. */
  scope: string;
  competencyCode: string | null;
  /** How the assessor's soundest registration stands today; null where they have none. */
  standing: RegistrationStanding | null;
  validFrom: IsoDate;
  validUntil: IsoDate | null;
}

/** Approvals that hold on the day or will hold, by the assessor's name. */
export function listApprovals(actor: Actor, on: IsoDate, page = 1): Promise<Page<ApprovalRow>> {
  authorise(mayApproveAssessors(actor));
  const { limit, offset } = pageWindow(page);
  const ahead = and(
    known(assessorApprovals),
    or(isNull(assessorApprovals.validUntil), gt(assessorApprovals.validUntil, on)),
  );
  return withTrust(actor, async (tx) => {
    const rows = await approvalQuery(tx, on, ahead).limit(limit).offset(offset);
    return toPage(await withStandings(tx, rows, on), page);
  });
}

/** One approval that nothing has superseded; refuses "not-found" for any other. */
export async function getApproval(actor: Actor, id: string, on: IsoDate): Promise<ApprovalRow> {
  authorise(mayApproveAssessors(actor));
  const wanted = and(known(assessorApprovals), eq(assessorApprovals.id, id));
  const [row] = await withTrust(actor, async (tx) =>
    withStandings(tx, await approvalQuery(tx, on, wanted), on),
  );
  if (!row) refuse("not-found", "fact-not-found");
  return row;
}

/** The first competencies that teams ask for and that nobody is approved to assess, and how many there are. */
export function listWithoutAssessor(
  actor: Actor,
  on: IsoDate,
  most: number,
): Promise<{ rows: { id: string; title: string; frameworkTitle: string }[]; total: number }> {
  authorise(mayApproveAssessors(actor));
  return withTrust(actor, async (tx) => {
    const rows = await tx
      .select({
        id: competencies.id,
        title: competencyVersions.title,
        frameworkTitle: frameworkVersions.title,
        total,
      })
      .from(competencies)
      .innerJoin(
        competencyVersions,
        and(
          eq(competencyVersions.trustId, competencies.trustId),
          eq(competencyVersions.competencyId, competencies.id),
        ),
      )
      .innerJoin(
        frameworkVersions,
        and(
          eq(frameworkVersions.trustId, competencyVersions.trustId),
          eq(frameworkVersions.id, competencyVersions.frameworkVersionId),
          inForce(frameworkVersions, on),
        ),
      )
      .where(and(exists(askedFor(tx, on)), notExists(approvalFor(tx, on))))
      .orderBy(asc(frameworkVersions.title), asc(competencyVersions.title), asc(competencies.id))
      .limit(most);
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  });
}

function askedFor(tx: Tx, on: IsoDate) {
  return tx
    .select({ id: requirements.id })
    .from(requirements)
    .where(
      and(
        eq(requirements.trustId, competencies.trustId),
        eq(requirements.competencyId, competencies.id),
        inForce(requirements, on),
      ),
    );
}

function approvalFor(tx: Tx, on: IsoDate) {
  return tx
    .select({ id: assessorApprovals.id })
    .from(assessorApprovals)
    .where(
      and(
        eq(assessorApprovals.trustId, competencies.trustId),
        inForce(assessorApprovals, on),
        or(
          eq(assessorApprovals.competencyId, competencies.id),
          eq(assessorApprovals.frameworkId, competencies.frameworkId),
        ),
      ),
    );
}

async function withStandings<Row extends { staffId: string }>(tx: Tx, rows: readonly Row[], on: IsoDate) {
  const staffIds = [...new Set(rows.map(({ staffId }) => staffId))];
  const standings = await soundestStandings(tx, staffIds, on);
  return rows.map((row) => ({ ...row, standing: standings.get(row.staffId) ?? null }));
}

function approvalQuery(tx: Tx, on: IsoDate, where: SQL | undefined) {
  const framework = tx
    .select({ title: frameworkVersions.title })
    .from(frameworkVersions)
    .where(
      and(
        eq(frameworkVersions.trustId, assessorApprovals.trustId),
        eq(frameworkVersions.frameworkId, assessorApprovals.frameworkId),
        inForce(frameworkVersions, on),
      ),
    );
  const competency = tx
    .select({ title: competencyVersions.title })
    .from(competencyVersions)
    .innerJoin(
      frameworkVersions,
      and(
        eq(frameworkVersions.trustId, competencyVersions.trustId),
        eq(frameworkVersions.id, competencyVersions.frameworkVersionId),
        inForce(frameworkVersions, on),
      ),
    )
    .where(
      and(
        eq(competencyVersions.trustId, assessorApprovals.trustId),
        eq(competencyVersions.competencyId, assessorApprovals.competencyId),
      ),
    );
  return tx
    .select({
      id: assessorApprovals.id,
      staffId: assessorApprovals.staffId,
      name: staffMembers.name,
      scope: sql<string>`coalesce((${framework}), (${competency}), ${frameworks.code}, ${competencies.code})`,
      competencyCode: competencies.code,
      validFrom: assessorApprovals.validFrom,
      validUntil: assessorApprovals.validUntil,
      total,
    })
    .from(assessorApprovals)
    .innerJoin(
      staffMembers,
      and(
        eq(staffMembers.trustId, assessorApprovals.trustId),
        eq(staffMembers.id, assessorApprovals.staffId),
      ),
    )
    .leftJoin(
      frameworks,
      and(
        eq(frameworks.trustId, assessorApprovals.trustId),
        eq(frameworks.id, assessorApprovals.frameworkId),
      ),
    )
    .leftJoin(
      competencies,
      and(
        eq(competencies.trustId, assessorApprovals.trustId),
        eq(competencies.id, assessorApprovals.competencyId),
      ),
    )
    .where(where)
    .orderBy(asc(staffMembers.searchName), asc(assessorApprovals.id));
}
