import "server-only";
import { and, eq, or, sql } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { amongList, idList } from "@/db/ids";
import {
  assessorApprovals,
  competencies,
  competencyGroups,
  competencyVersions,
  frameworkVersions,
} from "@/db/schema";
import { jsonRows, statement } from "@/db/statement";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import {
  type CompetencyVersion,
  fromVersions,
  selectVersions,
  toVersion,
  versionOrder,
  versionRows,
} from "./versions/queries";

/** The version of a competency that is in force on the day; refuses "not-found" where there is none. */
export async function getCompetencyVersion(
  tx: Tx,
  competencyId: string,
  on: IsoDate,
  knownAt?: Date,
): Promise<CompetencyVersion> {
  const [version] = knownAt
    ? await versionsThen(tx, { competencyIds: idList([competencyId]), on, knownAt })
    : await versionsNow(tx, { competencyIds: idList([competencyId]), on });
  if (!version) refuse("not-found", "competency-not-found", {}, "competencyId");
  return toVersion(version);
}

/** The versions in force on the day of the competencies named, in the order of framework, group and position. */
export async function listVersions(
  tx: Tx,
  competencyIds: readonly string[],
  on: IsoDate,
): Promise<CompetencyVersion[]> {
  if (competencyIds.length === 0) return [];
  return (await versionsNow(tx, { competencyIds: idList(competencyIds), on })).map(toVersion);
}

interface Given {
  competencyIds: string;
  on: IsoDate;
}

const versionsNow = statement((given: Given) => versionsOf(given));
const versionsThen = statement((given: Given & { knownAt: Date }) => versionsOf(given, given.knownAt));

function versionsOf({ competencyIds, on }: Given, knownAt?: Date) {
  const named = amongList(competencyVersions.competencyId, competencyIds);
  return versionRows(and(named, inForce(frameworkVersions, on, knownAt)));
}

/** Every competency in force on the day, with its rule, in the order of framework, group and position. */
export function competenciesInForce(tx: Tx, on: IsoDate, knownAt?: Date): Promise<CompetencyVersion[]> {
  return selectVersions(tx, inForce(frameworkVersions, on, knownAt));
}

/** The competencies in force on the day, as lists name them. */
export function listCompetencies(actor: Actor, on: IsoDate) {
  return withTrust(actor, (tx) => namesInForce(tx, { on }));
}

const namesInForce = statement(({ on }: { on: IsoDate }) =>
  jsonRows(
    {
      id: competencyVersions.competencyId,
      versionId: competencyVersions.id,
      code: competencies.code,
      title: competencyVersions.title,
      frameworkId: frameworkVersions.frameworkId,
      frameworkTitle: frameworkVersions.title,
      groupTitle: competencyGroups.title,
      riskLevel: competencyVersions.riskLevel,
    },
    sql`${fromVersions} where ${inForce(frameworkVersions, on)}`,
    versionOrder,
  ),
);

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
