import "server-only";
import { and, eq, lte, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { inForce, known } from "@/db/facts";
import { amongList, idList } from "@/db/ids";
import {
  competencyVersions,
  competencyVersionTheory,
  frameworkVersions,
  practices,
  theoryCompletions,
} from "@/db/schema";
import { jsonRows, statement, together } from "@/db/statement";
import type { Tx } from "@/db/tenant";
import type { IsoDate } from "@/lib/platform/dates";
import type { AsAt } from "@/lib/readiness/as-at/rules";
import type { CellFacts, Pair } from "../rules";

export type LearningFacts = Pick<CellFacts, "practised" | "theoryBegun">;

/** How far the pairs have come, in one trip. */
export function selectLearning(
  tx: Tx,
  pairs: readonly Pair[],
  { on, knownAt }: AsAt,
): Promise<LearningFacts> | LearningFacts {
  if (pairs.length === 0) return { practised: [], theoryBegun: [] };
  const staffIds = pairs.map(({ staffId }) => staffId);
  const competencyIds = pairs.map(({ competencyId }) => competencyId);
  const given = {
    staffIds: idList(staffIds),
    competencyIds: idList(competencyIds),
    people: idList([...new Set(staffIds)]),
    competencies: idList([...new Set(competencyIds)]),
    on,
  };
  return knownAt ? learningThen(tx, { ...given, knownAt }) : learningNow(tx, given);
}

interface Given {
  /** Beside each other, pair by pair. */
  staffIds: string;
  competencyIds: string;
  /** All that occur in the pairs. */
  people: string;
  competencies: string;
  on: IsoDate;
}

// With a plan that knows nothing of how many pairs there are, it takes the database four times as long.
const planned = { planned: "each time" } as const;
const learningNow = statement((given: Given) => learningOf(given), planned);
const learningThen = statement(
  (given: Given & { knownAt: Date }) => learningOf(given, given.knownAt),
  planned,
);

function learningOf(given: Given, knownAt?: Date) {
  return together({ practised: practisedBy(given, knownAt), theoryBegun: theoryBegunBy(given, knownAt) });
}

/** Drafts are nobody's business but the person's own. */
function practisedBy(given: Given, knownAt?: Date) {
  const latest = sql`(select ${practices.staffId} as staff_id, ${practices.competencyId} as competency_id,
      max(${practices.performedOn}) as last_on
    from ${practices} where ${and(
      amongPairs(practices.staffId, practices.competencyId, given),
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

/** By person. Begun is read of more pairs than those asked for, with a plan that reads each version once. */
function theoryBegunBy(given: Given, knownAt?: Date) {
  const { people, competencies, on } = given;
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
      amongList(theoryCompletions.staffId, people),
      amongList(competencyVersions.competencyId, competencies),
      lte(theoryCompletions.completedOn, on),
      known(theoryCompletions, knownAt),
      inForce(frameworkVersions, on, knownAt),
    )})`;
  const byPerson = sql`(select begun.staff_id, json_agg(begun.competency_id) as competency_ids
    from ${begun} begun
    where ${amongPairs(sql`begun.staff_id`, sql`begun.competency_id`, given)}
    group by begun.staff_id)`;
  return jsonRows(
    { staffId: sql<string>`by_person.staff_id`, competencyIds: sql<string[]>`by_person.competency_ids` },
    sql`from ${byPerson} by_person`,
  );
}

function amongPairs(
  staffId: AnyPgColumn | SQL,
  competencyId: AnyPgColumn | SQL,
  { staffIds, competencyIds }: Given,
): SQL {
  return sql`(${staffId}, ${competencyId}) in (select * from unnest(${staffIds}::uuid[], ${competencyIds}::uuid[]))`;
}
