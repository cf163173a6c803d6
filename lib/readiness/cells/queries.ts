import "server-only";
import { and, eq, gt, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { inForce } from "@/db/facts";
import { amongList, idList } from "@/db/ids";
import { authorities, authorityAcceptances, holdingEvents, signOffRequests, signOffSteps } from "@/db/schema";
import { jsonRows, statement, together } from "@/db/statement";
import type { Tx } from "@/db/tenant";
import type { IsoDate } from "@/lib/platform/dates";
import { isOpen, requestStates } from "@/lib/sign-off/workflow";
import { type AsAt, lastInstantOf } from "../as-at/rules";
import { versionsOf } from "../columns/queries";
import { type Column, columnsOn } from "../columns/rules";
import { practisedBy, theoryBegunBy } from "./learning/queries";
import { type Asked, type CellFacts, historiesOn, noCellFacts } from "./rules";

/** The columns, and what is on record of these people and competencies up to the day, in one trip. */
export async function selectCellFacts(
  tx: Tx,
  { staffIds, competencyIds }: Asked,
  { on, knownAt }: AsAt,
): Promise<{ columns: Column[]; facts: CellFacts }> {
  if (competencyIds.length === 0) return { columns: [], facts: noCellFacts() };
  const endOfDay = lastInstantOf(on);
  const until = knownAt && knownAt < endOfDay ? knownAt : endOfDay;
  const given = { staffIds: idList(staffIds), competencyIds: idList(competencyIds), on, until };
  const read = await (knownAt ? factsThen(tx, { ...given, knownAt }) : factsNow(tx, given));
  return {
    columns: columnsOn(read.versions, on),
    facts: {
      histories: historiesOn(read.events, on),
      grants: read.grants,
      practised: read.practised,
      theoryBegun: read.theoryBegun,
      openRequests: read.requests.filter(({ state }) => isOpen(state)),
    },
  };
}

interface Given {
  staffIds: string;
  competencyIds: string;
  on: IsoDate;
  /** The last instant of the day, or that up to which facts are known where it is earlier. */
  until: Date;
}

const factsNow = statement((given: Given) => factsOf(given));
const factsThen = statement((given: Given & { knownAt: Date }) => factsOf(given, given.knownAt));

function factsOf(given: Given, knownAt?: Date) {
  const settled = settledPairs(given, knownAt);
  return together({
    versions: versionsOf(given.competencyIds, knownAt),
    events: eventsOf(given, knownAt),
    grants: grantsOf(given, knownAt),
    requests: requestsOf(given),
    practised: practisedBy(given, settled, knownAt),
    theoryBegun: theoryBegunBy(given, settled, knownAt),
  });
}

/** An event that was voided never counted, so a void is read even where it came after the day asked about. */
function eventsOf(given: Given, knownAt?: Date) {
  return jsonRows(
    {
      id: holdingEvents.id,
      staffId: holdingEvents.staffId,
      competencyId: holdingEvents.competencyId,
      kind: holdingEvents.kind,
      on: holdingEvents.onDate,
      expiresOn: holdingEvents.expiresOn,
      voidsEventId: holdingEvents.voidsEventId,
      recordedAt: holdingEvents.recordedAt,
    },
    sql`from ${holdingEvents} where ${eventsUpTo(given, knownAt)}`,
  );
}

function eventsUpTo(given: Given, knownAt?: Date): SQL | undefined {
  return and(
    within(holdingEvents, given),
    or(lte(holdingEvents.onDate, given.on), eq(holdingEvents.kind, "voided")),
    knownAt ? lte(holdingEvents.recordedAt, knownAt) : undefined,
  );
}

/**
 * The pairs that are sure to be signed off on the day: of all rows practice is by far the most, and how far these
 * people have come does not matter. Where a void or a revocation is on record, `historiesOn` has to tell.
 */
function settledPairs(given: Given, knownAt?: Date): SQL {
  return sql`(select ${holdingEvents.staffId}, ${holdingEvents.competencyId} from ${holdingEvents}
    where ${eventsUpTo(given, knownAt)}
    group by ${holdingEvents.staffId}, ${holdingEvents.competencyId}
    having bool_or(${holdingEvents.kind} in ('granted', 'renewed'))
      and not bool_or(${holdingEvents.kind} in ('voided', 'revoked')))`;
}

function grantsOf(given: Given, knownAt?: Date) {
  return jsonRows(
    {
      staffId: authorities.staffId,
      competencyId: authorities.competencyId,
      kind: authorities.kind,
      equipmentId: authorities.equipmentId,
      validFrom: authorities.validFrom,
      validUntil: authorities.validUntil,
      acceptedOn: sql<IsoDate | null>`${authorityAcceptances.acceptedOn}`,
    },
    sql`from ${authorities} left join ${authorityAcceptances} on ${and(
      eq(authorityAcceptances.trustId, authorities.trustId),
      eq(authorityAcceptances.authorityId, authorities.id),
      knownAt ? lte(authorityAcceptances.acceptedAt, knownAt) : undefined,
    )} where ${and(within(authorities, given), inForce(authorities, given.on, knownAt))}`,
  );
}

/** The state on a past day is the one that the last step until then led to. */
function requestsOf(given: Given) {
  const latest = sql`(select distinct on (${signOffRequests.id}) ${signOffRequests.staffId} as staff_id,
      ${signOffRequests.competencyId} as competency_id, ${signOffSteps.toState} as state
    from ${signOffRequests} join ${signOffSteps} on ${signOffSteps.trustId} = ${signOffRequests.trustId}
      and ${signOffSteps.requestId} = ${signOffRequests.id}
    where ${and(
      within(signOffRequests, given),
      or(
        inArray(signOffRequests.state, requestStates.filter(isOpen)),
        gt(signOffRequests.stateSince, given.until),
      ),
      lte(signOffSteps.takenAt, given.until),
    )}
    order by ${signOffRequests.id}, ${signOffSteps.number} desc)`;
  return jsonRows(
    {
      staffId: sql<string>`latest.staff_id`,
      competencyId: sql<string>`latest.competency_id`,
      state: sql<typeof signOffSteps.$inferSelect.toState>`latest.state`,
    },
    sql`from ${latest} latest`,
  );
}

function within(
  table: { staffId: AnyPgColumn; competencyId: AnyPgColumn },
  { staffIds, competencyIds }: Given,
): SQL | undefined {
  return and(amongList(table.staffId, staffIds), amongList(table.competencyId, competencyIds));
}
