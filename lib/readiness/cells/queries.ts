import "server-only";
import { and, asc, desc, eq, gt, inArray, lte, max, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { inForce, known } from "@/db/facts";
import {
  authorities,
  authorityAcceptances,
  competencyVersions,
  competencyVersionTheory,
  frameworkVersions,
  holdingEvents,
  practices,
  signOffRequests,
  signOffSteps,
  theoryCompletions,
} from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { isOpen, requestStates } from "@/lib/sign-off/workflow";
import { type AsAt, lastInstantOf } from "../as-at/rules";
import { anyOf, idArray } from "../ids/queries";
import { type Asked, type CellFacts, nothing, type Pair, pairsNotHeld } from "./rules";

/**
 * What is on record of these people and competencies up to the day: five queries, however many there are. How far
 * somebody has come is read for what they do not hold alone: of all rows, practice is by far the most.
 */
export async function selectCellFacts(tx: Tx, asked: Asked, asAt: AsAt): Promise<CellFacts> {
  if (asked.staffIds.length === 0 || asked.competencyIds.length === 0) return nothing;
  const [events, grants, openRequests] = await Promise.all([
    selectEvents(tx, asked, asAt),
    selectGrants(tx, asked, asAt),
    selectOpenRequests(tx, asked, asAt),
  ]);
  const learning = pairsNotHeld(asked, events, asAt.on);
  if (learning.length === 0) return { ...nothing, events, grants, openRequests };
  const [practised, theoryBegun] = await Promise.all([
    selectPractised(tx, learning, asAt),
    selectTheoryBegun(tx, peopleAndCompetencies(learning), asAt),
  ]);
  return { events, grants, practised, theoryBegun, openRequests };
}

/** An event that was voided never counted, so a void is read even where it came after the day asked about. */
async function selectEvents(tx: Tx, asked: Asked, { on, knownAt }: AsAt): Promise<CellFacts["events"]> {
  const rows = await tx
    .select({
      id: holdingEvents.id,
      staffId: holdingEvents.staffId,
      competencyId: holdingEvents.competencyId,
      kind: holdingEvents.kind,
      on: holdingEvents.onDate,
      expiresOn: holdingEvents.expiresOn,
      voidsEventId: holdingEvents.voidsEventId,
      recordedAt: holdingEvents.recordedAt,
    })
    .from(holdingEvents)
    .where(
      and(
        within(holdingEvents, asked),
        or(lte(holdingEvents.onDate, on), eq(holdingEvents.kind, "voided")),
        knownAt ? lte(holdingEvents.recordedAt, knownAt) : undefined,
      ),
    );
  return rows.map((row) => ({
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    voidsEventId: row.voidsEventId ?? undefined,
  }));
}

function selectGrants(tx: Tx, asked: Asked, { on, knownAt }: AsAt): Promise<CellFacts["grants"][number][]> {
  return tx
    .select({
      staffId: authorities.staffId,
      competencyId: authorities.competencyId,
      kind: authorities.kind,
      equipmentId: authorities.equipmentId,
      validFrom: authorities.validFrom,
      validUntil: authorities.validUntil,
      acceptedOn: authorityAcceptances.acceptedOn,
    })
    .from(authorities)
    .leftJoin(
      authorityAcceptances,
      and(
        eq(authorityAcceptances.trustId, authorities.trustId),
        eq(authorityAcceptances.authorityId, authorities.id),
        knownAt ? lte(authorityAcceptances.acceptedAt, knownAt) : undefined,
      ),
    )
    .where(and(within(authorities, asked), inForce(authorities, on, knownAt)));
}

/** Drafts are nobody's business but the person's own. */
async function selectPractised(
  tx: Tx,
  pairs: Pair[],
  { on, knownAt }: AsAt,
): Promise<CellFacts["practised"]> {
  const rows = await tx
    .select({
      staffId: practices.staffId,
      competencyId: practices.competencyId,
      lastOn: max(practices.performedOn),
    })
    .from(practices)
    .where(
      and(
        amongPairs(practices.staffId, practices.competencyId, pairs),
        eq(practices.submitted, true),
        lte(practices.performedOn, on),
        known(practices, knownAt),
      ),
    )
    .groupBy(practices.staffId, practices.competencyId);
  return rows.flatMap(({ lastOn, ...pair }) => (lastOn ? [{ ...pair, lastOn }] : []));
}

function selectTheoryBegun(
  tx: Tx,
  { staffIds, competencyIds }: Asked,
  { on, knownAt }: AsAt,
): Promise<CellFacts["theoryBegun"][number][]> {
  return tx
    .selectDistinct({ staffId: theoryCompletions.staffId, competencyId: competencyVersions.competencyId })
    .from(theoryCompletions)
    .innerJoin(
      competencyVersionTheory,
      and(
        eq(competencyVersionTheory.trustId, theoryCompletions.trustId),
        eq(competencyVersionTheory.theoryItemId, theoryCompletions.theoryItemId),
      ),
    )
    .innerJoin(
      competencyVersions,
      and(
        eq(competencyVersions.trustId, competencyVersionTheory.trustId),
        eq(competencyVersions.id, competencyVersionTheory.competencyVersionId),
      ),
    )
    .innerJoin(
      frameworkVersions,
      and(
        eq(frameworkVersions.trustId, competencyVersions.trustId),
        eq(frameworkVersions.id, competencyVersions.frameworkVersionId),
      ),
    )
    .where(
      and(
        anyOf(theoryCompletions.staffId, staffIds),
        anyOf(competencyVersions.competencyId, competencyIds),
        lte(theoryCompletions.completedOn, on),
        known(theoryCompletions, knownAt),
        inForce(frameworkVersions, on, knownAt),
      ),
    );
}

/** The state on a past day is the one that the last step until then led to; a request closed by then is left out. */
async function selectOpenRequests(
  tx: Tx,
  asked: Asked,
  { on, knownAt }: AsAt,
): Promise<CellFacts["openRequests"]> {
  const endOfDay = lastInstantOf(on);
  const until = knownAt && knownAt < endOfDay ? knownAt : endOfDay;
  const rows = await tx
    .selectDistinctOn([signOffRequests.id], {
      staffId: signOffRequests.staffId,
      competencyId: signOffRequests.competencyId,
      state: signOffSteps.toState,
    })
    .from(signOffRequests)
    .innerJoin(
      signOffSteps,
      and(eq(signOffSteps.trustId, signOffRequests.trustId), eq(signOffSteps.requestId, signOffRequests.id)),
    )
    .where(
      and(
        within(signOffRequests, asked),
        or(
          inArray(signOffRequests.state, requestStates.filter(isOpen)),
          gt(signOffRequests.stateSince, until),
        ),
        lte(signOffSteps.takenAt, until),
      ),
    )
    .orderBy(asc(signOffRequests.id), desc(signOffSteps.number));
  return rows.filter(({ state }) => isOpen(state));
}

function within(
  table: { staffId: AnyPgColumn; competencyId: AnyPgColumn },
  { staffIds, competencyIds }: Asked,
): SQL | undefined {
  return and(anyOf(table.staffId, staffIds), anyOf(table.competencyId, competencyIds));
}

/** All that occur in the pairs: more pairs than those, but a plan that reads each version once. */
function peopleAndCompetencies(pairs: Pair[]): Asked {
  return {
    staffIds: [...new Set(pairs.map(({ staffId }) => staffId))],
    competencyIds: [...new Set(pairs.map(({ competencyId }) => competencyId))],
  };
}

function amongPairs(staffId: AnyPgColumn, competencyId: AnyPgColumn, pairs: Pair[]): SQL {
  const staffIds = idArray(pairs.map((pair) => pair.staffId));
  const competencyIds = idArray(pairs.map((pair) => pair.competencyId));
  return sql`(${staffId}, ${competencyId}) in (select * from unnest(${staffIds}, ${competencyIds}))`;
}
