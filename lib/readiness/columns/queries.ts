import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { known } from "@/db/facts";
import {
  competencies,
  competencyGroups,
  competencyVersions,
  frameworks,
  frameworkVersions,
} from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { isInForce } from "@/lib/platform/dates";
import type { AsAt } from "../as-at/rules";
import type { CellRule } from "../cells/rules";
import { anyOf } from "../ids/queries";

/** A column of the matrix: a competency with the text and rules in force on the day. */
export interface Column extends CellRule {
  code: string;
  title: string;
  /** Its numbers are product defaults that nobody has reviewed clinically yet. */
  productDefaults: boolean;
}

/** The columns in the order of their frameworks. What was asked before any version was in force shows its first. */
export async function selectColumns(
  tx: Tx,
  competencyIds: string[],
  { on, knownAt }: AsAt,
): Promise<Column[]> {
  if (competencyIds.length === 0) return [];
  const rows = await tx
    .select({
      competencyId: competencyVersions.competencyId,
      code: competencies.code,
      title: competencyVersions.title,
      noticeDays: competencyVersions.noticeDays,
      needsEntitlement: competencyVersions.needsEntitlement,
      needsScopeExtension: competencyVersions.needsScopeExtension,
      productDefaults: frameworkVersions.productDefaults,
      validFrom: frameworkVersions.validFrom,
      validUntil: frameworkVersions.validUntil,
    })
    .from(competencyVersions)
    .innerJoin(
      competencies,
      and(
        eq(competencies.trustId, competencyVersions.trustId),
        eq(competencies.id, competencyVersions.competencyId),
      ),
    )
    .innerJoin(
      frameworkVersions,
      and(
        eq(frameworkVersions.trustId, competencyVersions.trustId),
        eq(frameworkVersions.id, competencyVersions.frameworkVersionId),
      ),
    )
    .innerJoin(
      frameworks,
      and(eq(frameworks.trustId, competencies.trustId), eq(frameworks.id, competencies.frameworkId)),
    )
    .innerJoin(
      competencyGroups,
      and(
        eq(competencyGroups.trustId, competencyVersions.trustId),
        eq(competencyGroups.id, competencyVersions.groupId),
      ),
    )
    .where(and(anyOf(competencyVersions.competencyId, competencyIds), known(frameworkVersions, knownAt)))
    .orderBy(
      asc(frameworks.code),
      asc(competencyGroups.position),
      asc(competencyVersions.position),
      asc(competencies.code),
      asc(frameworkVersions.number),
    );
  const chosen = new Map<string, Column>();
  for (const { validFrom, validUntil, ...column } of rows) {
    if (!chosen.has(column.competencyId) || isInForce({ validFrom, validUntil }, on)) {
      chosen.set(column.competencyId, column);
    }
  }
  return [...chosen.values()];
}
