import "server-only";
import { and, eq, lte, type SQL, sql } from "drizzle-orm";
import { inForce, known } from "@/db/facts";
import { amongList } from "@/db/ids";
import {
  competencyVersions,
  competencyVersionTheory,
  frameworkVersions,
  practices,
  theoryCompletions,
} from "@/db/schema";
import { jsonRows } from "@/db/statement";
import type { IsoDate } from "@/lib/platform/dates";

/** Whose learning is asked about, in what, up to which day. */
export interface LearningGiven {
  staffIds: string;
  competencyIds: string;
  on: IsoDate;
}

/** Pairs of which nothing needs to be read, because they are sure to be signed off: staff member and competency. */
type Settled = SQL;

/** The last day of practice. Drafts are nobody's business but the person's own. */
export function practisedBy(given: LearningGiven, settled: Settled, knownAt?: Date) {
  const latest = sql`(select ${practices.staffId} as staff_id, ${practices.competencyId} as competency_id,
      max(${practices.performedOn}) as last_on
    from ${practices} where ${and(
      amongList(practices.staffId, given.staffIds),
      amongList(practices.competencyId, given.competencyIds),
      sql`(${practices.staffId}, ${practices.competencyId}) not in ${settled}`,
      eq(practices.submitted, true),
      lte(practices.performedOn, given.on),
      known(practices, knownAt),
    )} group by ${practices.staffId}, ${practices.competencyId})`;
  return jsonRows(
    {
      staffId: sql<string>`latest.staff_id`,
      competencyId: sql<string>`latest.competency_id`,
      lastOn: sql<IsoDate>`latest.last_on`,
    },
    sql`from ${latest} latest`,
  );
}

/** Of which competencies anything of the theory is done, by person. */
export function theoryBegunBy(given: LearningGiven, settled: Settled, knownAt?: Date) {
  const { staffIds, competencyIds, on } = given;
  const begun = sql`(select distinct ${theoryCompletions.staffId} as staff_id,
      ${competencyVersions.competencyId} as competency_id
    from ${theoryCompletions}
    join ${competencyVersionTheory} on ${competencyVersionTheory.trustId} = ${theoryCompletions.trustId}
      and ${competencyVersionTheory.theoryItemId} = ${theoryCompletions.theoryItemId}
    join ${competencyVersions} on ${competencyVersions.trustId} = ${competencyVersionTheory.trustId}
      and ${competencyVersions.id} = ${competencyVersionTheory.competencyVersionId}
    join ${frameworkVersions} on ${frameworkVersions.trustId} = ${competencyVersions.trustId}
      and ${frameworkVersions.id} = ${competencyVersions.frameworkVersionId}
    where ${and(
      amongList(theoryCompletions.staffId, staffIds),
      amongList(competencyVersions.competencyId, competencyIds),
      lte(theoryCompletions.completedOn, on),
      known(theoryCompletions, knownAt),
      inForce(frameworkVersions, on, knownAt),
    )})`;
  const byPerson = sql`(select begun.staff_id, json_agg(begun.competency_id) as competency_ids
    from ${begun} begun
    where (begun.staff_id, begun.competency_id) not in ${settled}
    group by begun.staff_id)`;
  return jsonRows(
    { staffId: sql<string>`by_person.staff_id`, competencyIds: sql<string[]>`by_person.competency_ids` },
    sql`from ${byPerson} by_person`,
  );
}
