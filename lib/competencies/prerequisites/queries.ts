import "server-only";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import {
  competencies,
  competencyVersionPrerequisites,
  competencyVersions,
  competencyVersionTheory,
  theoryItems,
} from "@/db/schema";
import type { Tx } from "@/db/tenant";

/** The theory items of several competency versions, in their order. */
export function theoryOf(tx: Tx, versionIds: string[]) {
  return tx
    .select({
      versionId: competencyVersionTheory.competencyVersionId,
      id: theoryItems.id,
      name: theoryItems.name,
    })
    .from(competencyVersionTheory)
    .innerJoin(
      theoryItems,
      and(
        eq(theoryItems.trustId, competencyVersionTheory.trustId),
        eq(theoryItems.id, competencyVersionTheory.theoryItemId),
      ),
    )
    .where(inArray(competencyVersionTheory.competencyVersionId, versionIds))
    .orderBy(asc(competencyVersionTheory.position), asc(theoryItems.id));
}

/** The competencies that several versions build on. A prerequisite is named as its own latest version names it. */
export function prerequisitesOf(tx: Tx, versionIds: string[]) {
  const link = competencyVersionPrerequisites;
  const named = tx
    .select({ id: link.prerequisiteId })
    .from(link)
    .where(inArray(link.competencyVersionId, versionIds));
  const latest = tx
    .selectDistinctOn([competencyVersions.trustId, competencyVersions.competencyId], {
      trustId: competencyVersions.trustId,
      competencyId: competencyVersions.competencyId,
      title: competencyVersions.title,
    })
    .from(competencyVersions)
    .where(inArray(competencyVersions.competencyId, named))
    .orderBy(competencyVersions.trustId, competencyVersions.competencyId, desc(competencyVersions.id))
    .as("latest");
  return tx
    .select({
      versionId: link.competencyVersionId,
      id: competencies.id,
      code: competencies.code,
      title: latest.title,
    })
    .from(link)
    .innerJoin(
      competencies,
      and(eq(competencies.trustId, link.trustId), eq(competencies.id, link.prerequisiteId)),
    )
    .innerJoin(latest, and(eq(latest.trustId, link.trustId), eq(latest.competencyId, link.prerequisiteId)))
    .where(inArray(link.competencyVersionId, versionIds))
    .orderBy(asc(competencies.code));
}
