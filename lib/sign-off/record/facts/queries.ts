import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { inForce, known } from "@/db/facts";
import {
  authorities,
  authorityAcceptances,
  holdingEvents,
  requirements,
  signOffDecisions,
  signOffRequests,
  teamMemberships,
  theoryCompletions,
} from "@/db/schema";
import { jsonRows, statement, together } from "@/db/statement";
import type { Tx } from "@/db/tenant";
import type { RequirementKind } from "@/lib/competencies/rules";
import { practiceFactsOf, toPracticeFact } from "@/lib/evidence/practice/facts/queries";
import { supervisorRows } from "@/lib/people/supervision/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { isAcceptance } from "@/lib/sign-off/authority/queries";
import { withoutEndReason } from "@/lib/sign-off/authority/rules";
import { sentOrOwn } from "@/lib/sign-off/request/queries";
import type { RecordFacts } from "../assess/rules";
import { askedOf, lastAskedOf, withChecks } from "../supervisors/queries";

interface Given {
  staffId: string;
  on: IsoDate;
}

interface GivenReader extends Given {
  /** Whoever looks: a request that was never sent is its owner's alone. */
  readerId: string;
}

/** What is asked of one person and everything that the rules read of them, in one trip. */
export async function selectRecordFacts(
  tx: Tx,
  given: GivenReader,
): Promise<{ wanted: Map<string, RequirementKind>; facts: RecordFacts }> {
  const read = await recordFacts(tx, given);
  return {
    wanted: new Map(read.wanted.map(({ competencyId, kind }) => [competencyId, kind])),
    facts: {
      practices: read.practices.map((row) => toPracticeFact(row, given.on)),
      done: doneBy(read.theory, given.on),
      events: read.events,
      grants: given.readerId === given.staffId ? read.grants : read.grants.map(withoutEndReason),
      requests: read.requests,
      supervisors: await withChecks(tx, read, given.on),
      asked: lastAskedOf(read.asked),
      reasons: latestReasons(read.reasons),
    },
  };
}

const recordFacts = statement((given: GivenReader) =>
  together({
    wanted: wantedOf(given),
    practices: practiceFactsOf(given.staffId),
    theory: theoryOf(given.staffId),
    events: eventsOf(given.staffId),
    grants: grantsOf(given.staffId),
    requests: requestsOf(given),
    supervisors: supervisorRows(given),
    asked: askedOf(given.staffId),
    reasons: reasonsOf(given.staffId),
  }),
);

/** What the person's teams ask of their job role on the day; mandatory wins where two teams differ. */
function wantedOf({ staffId, on }: Given) {
  const wanted = sql`(select ${requirements.competencyId} as competency_id, min(${requirements.kind}) as kind
    from ${teamMemberships} join ${requirements} on ${and(
      eq(requirements.trustId, teamMemberships.trustId),
      eq(requirements.teamId, teamMemberships.teamId),
      eq(requirements.jobRoleId, teamMemberships.jobRoleId),
      inForce(requirements, on),
    )}
    where ${and(eq(teamMemberships.staffId, staffId), inForce(teamMemberships, on))}
    group by ${requirements.competencyId})`;
  return jsonRows(
    { competencyId: sql<string>`wanted.competency_id`, kind: sql<RequirementKind>`wanted.kind` },
    sql`from ${wanted} wanted`,
  );
}

function theoryOf(staffId: string) {
  const done = sql`(select ${theoryCompletions.theoryItemId} as item_id, max(${theoryCompletions.completedOn}) as done_on
    from ${theoryCompletions}
    where ${and(known(theoryCompletions), eq(theoryCompletions.staffId, staffId))}
    group by ${theoryCompletions.theoryItemId})`;
  return jsonRows(
    { itemId: sql<string>`done.item_id`, doneOn: sql<IsoDate>`done.done_on` },
    sql`from ${done} done`,
  );
}

const theoryNow = statement(({ staffId }: { staffId: string }) => theoryOf(staffId));

/** The day on which the person did each theory item, until the day asked about. */
export async function selectTheoryDone(tx: Tx, { staffId, on }: Given): Promise<Map<string, IsoDate>> {
  return doneBy(await theoryNow(tx, { staffId }), on);
}

function doneBy(theory: readonly { itemId: string; doneOn: IsoDate }[], on: IsoDate): Map<string, IsoDate> {
  return new Map(theory.flatMap(({ itemId, doneOn }) => (doneOn <= on ? [[itemId, doneOn] as const] : [])));
}

function eventsOf(staffId: string) {
  return jsonRows(
    {
      id: holdingEvents.id,
      competencyId: holdingEvents.competencyId,
      kind: holdingEvents.kind,
      on: holdingEvents.onDate,
      expiresOn: holdingEvents.expiresOn,
      voidsEventId: holdingEvents.voidsEventId,
      recordedAt: holdingEvents.recordedAt,
    },
    sql`from ${holdingEvents} where ${eq(holdingEvents.staffId, staffId)}`,
    sql`${holdingEvents.recordedAt}, ${holdingEvents.id}`,
  );
}

function grantsOf(staffId: string) {
  return jsonRows(
    {
      kind: authorities.kind,
      competencyId: authorities.competencyId,
      equipmentId: authorities.equipmentId,
      validFrom: authorities.validFrom,
      validUntil: authorities.validUntil,
      endedReason: authorities.endedReason,
      acceptedOn: sql<IsoDate | null>`${authorityAcceptances.acceptedOn}`,
    },
    sql`from ${authorities} left join ${authorityAcceptances} on ${isAcceptance} where ${and(known(authorities), eq(authorities.staffId, staffId))}`,
    sql`${authorities.validFrom}, ${authorities.id}`,
  );
}

function requestsOf({ staffId, readerId }: GivenReader) {
  return jsonRows(
    {
      id: signOffRequests.id,
      competencyId: signOffRequests.competencyId,
      competencyVersionId: signOffRequests.competencyVersionId,
      state: signOffRequests.state,
      addressedToId: signOffRequests.addressedToId,
      stateSince: signOffRequests.stateSince,
    },
    sql`from ${signOffRequests} where ${and(
      eq(signOffRequests.staffId, staffId),
      sentOrOwn({ staffId: readerId }),
    )}`,
    sql`${signOffRequests.stateSince}, ${signOffRequests.id}`,
  );
}

/** Decisions on the person's requests in order, so that the latest of each is the last. */
function reasonsOf(staffId: string) {
  return jsonRows(
    { requestId: signOffDecisions.requestId, reason: signOffDecisions.reason },
    sql`from ${signOffDecisions} join ${signOffRequests} on ${and(
      eq(signOffRequests.trustId, signOffDecisions.trustId),
      eq(signOffRequests.id, signOffDecisions.requestId),
    )} where ${eq(signOffRequests.staffId, staffId)}`,
    sql`${signOffDecisions.round}`,
  );
}

const reasonsNow = statement(({ staffId }: { staffId: string }) => reasonsOf(staffId));

/** What the latest decision on each of the person's requests said was missing, or why it was declined. */
export async function selectReasons(tx: Tx, staffId: string): Promise<Map<string, string | null>> {
  return latestReasons(await reasonsNow(tx, { staffId }));
}

function latestReasons(decisions: readonly { requestId: string; reason: string | null }[]) {
  return new Map(decisions.map(({ requestId, reason }) => [requestId, reason]));
}
