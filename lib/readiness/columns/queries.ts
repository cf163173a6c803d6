import "server-only";
import { and, sql } from "drizzle-orm";
import { known } from "@/db/facts";
import { amongList } from "@/db/ids";
import {
  competencies,
  competencyGroups,
  competencyVersions,
  frameworks,
  frameworkVersions,
} from "@/db/schema";
import { jsonRows } from "@/db/statement";
import { fromVersions } from "@/lib/competencies/versions/queries";

/** Every version of the competencies, in the order of their frameworks and then of their numbers. */
export function versionsOf(competencyIds: string, knownAt?: Date) {
  return jsonRows(
    {
      competencyId: competencyVersions.competencyId,
      code: competencies.code,
      title: competencyVersions.title,
      noticeDays: competencyVersions.noticeDays,
      needsEntitlement: competencyVersions.needsEntitlement,
      needsScopeExtension: competencyVersions.needsScopeExtension,
      productDefaults: frameworkVersions.productDefaults,
      validFrom: frameworkVersions.validFrom,
      validUntil: frameworkVersions.validUntil,
    },
    sql`${fromVersions}
      join ${frameworks} on ${frameworks.trustId} = ${competencies.trustId} and ${frameworks.id} = ${competencies.frameworkId}
      where ${and(amongList(competencyVersions.competencyId, competencyIds), known(frameworkVersions, knownAt))}`,
    sql`${frameworks.code}, ${competencyGroups.position}, ${competencyVersions.position}, ${competencies.code},
      ${frameworkVersions.number}`,
  );
}
