import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { assessorApprovals, competencies, competencyVersions, frameworkVersions } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { type CompetencyVersion, selectVersions, versionQuery } from "./versions/queries";

/** The version of a competency that is in force on the day; refuses "not-found" where there is none. */
export async function getCompetencyVersion(
  tx: Tx,
  competencyId: string,
  on: IsoDate,
  knownAt?: Date,
): Promise<CompetencyVersion> {
  const inUse = and(
    eq(competencyVersions.competencyId, competencyId),
    inForce(frameworkVersions, on, knownAt),
  );
  const [version] = await selectVersions(tx, inUse);
  if (!version) refuse("not-found", "competency-not-found", {}, "competencyId");
  return version;
}

/** The versions in force on the day of the competencies named, in the order of framework, group and position. */
export async function listVersions(
  tx: Tx,
  competencyIds: readonly string[],
  on: IsoDate,
): Promise<CompetencyVersion[]> {
  if (competencyIds.length === 0) return [];
  const named = inArray(competencyVersions.competencyId, [...competencyIds]);
  return selectVersions(tx, and(named, inForce(frameworkVersions, on)));
}

/** Every competency in force on the day, with its rule, in the order of framework, group and position. */
export function competenciesInForce(tx: Tx, on: IsoDate, knownAt?: Date): Promise<CompetencyVersion[]> {
  return selectVersions(tx, inForce(frameworkVersions, on, knownAt));
}

/** The competencies in force on the day, as lists name them. */
export function listCompetencies(actor: Actor, on: IsoDate) {
  return withTrust(actor, async (tx) => {
    const rows = await versionQuery(tx, inForce(frameworkVersions, on));
    return rows.map(
      ({ versionId, competencyId, code, title, frameworkId, frameworkTitle, groupTitle, riskLevel }) => ({
        id: competencyId,
        versionId,
        code,
        title,
        frameworkId,
        frameworkTitle,
        groupTitle,
        riskLevel,
      }),
    );
  });
}

/** Approved on the day for the competency, or for the whole of its framework. */
export async function isApprovedAssessor(
  tx: Tx,
  staffId: string,
  competencyId: string,
  on: IsoDate,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: assessorApprovals.id })
    .from(assessorApprovals)
    .innerJoin(
      competencies,
      and(eq(competencies.trustId, assessorApprovals.trustId), eq(competencies.id, competencyId)),
    )
    .where(
      and(
        eq(assessorApprovals.staffId, staffId),
        inForce(assessorApprovals, on),
        or(
          eq(assessorApprovals.competencyId, competencies.id),
          eq(assessorApprovals.frameworkId, competencies.frameworkId),
        ),
      ),
    )
    .limit(1);
  return found !== undefined;
}
