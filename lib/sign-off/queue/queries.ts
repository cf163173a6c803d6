import "server-only";
import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias, unionAll } from "drizzle-orm/pg-core";
import { known } from "@/db/facts";
import { total } from "@/db/pages";
import {
  competencyVersions,
  practiceResponses,
  practices,
  practiceWithdrawals,
  signOffRequests,
  staffMembers,
  trusts,
} from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { isAnswer, isWithdrawal } from "@/lib/evidence/practice/rows/queries";
import { isLateAnswer } from "@/lib/evidence/workflow";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";
import { openReviewIds, reviewsWaiting } from "./reviews/queries";

/** What waits: practice to confirm or refuse, a request to decide, or what was limited and is to be reassessed. */
export type QueueKind = "practice" | "request" | "suspended" | "restricted";

/** Something that waits for the actor. */
export interface QueueItem {
  kind: QueueKind;
  id: string;
  staffId: string;
  competencyId: string;
  personName: string;
  competencyTitle: string;
  since: string;
  /** The colleague whom a request is addressed to: it may be taken over. */
  colleagueName: string | null;
  /** The trust's limit for confirming has passed; a late answer still counts and is marked. */
  late: boolean;
  /** Practice that the request rests on and that the actor has yet to answer: its number, and the oldest. */
  confirmFirst: { id: string; count: number } | null;
}

const addressees = alias(staffMembers, "addressees");

/** How much of each waits, on all pages. */
export interface QueueCounts {
  requests: number;
  practices: number;
  reviews: number;
}

/**
 * What waits for the actor, longest first: practice they are said to have watched, requests of theirs and their
 * supervisees', and what stands suspended or restricted of their supervisees. Practice that a request in the queue rests on never stands below that request.
 */
export function listQueue(actor: Actor, on: IsoDate, page = 1): Promise<Page<QueueItem> & QueueCounts> {
  const { limit, offset } = pageWindow(page);
  return withTrust(actor, async (tx) => {
    const reviewIds = await openReviewIds(tx, actor, on);
    const asked = unionAll(practicesWaiting(tx, actor), requestsWaiting(tx, actor));
    const waiting = (reviewIds.length > 0 ? asked.unionAll(reviewsWaiting(tx, reviewIds)) : asked).as(
      "waiting",
    );
    const isPractice = sql`${waiting.kind} = 'practice'`;
    const isRequest = sql`${waiting.kind} = 'request'`;
    const sameSubject = sql`over (partition by ${waiting.staffId}, ${waiting.competencyId})`;
    const place = sql`case when ${isPractice}
      then least(${waiting.since}, min(${waiting.since}) filter (where ${isRequest}) ${sameSubject})
      else ${waiting.since} end`;
    const rows = await tx
      .select({
        kind: waiting.kind,
        id: waiting.id,
        staffId: waiting.staffId,
        competencyId: waiting.competencyId,
        personName: waiting.personName,
        competencyTitle: waiting.competencyTitle,
        since: waiting.since,
        colleagueName: waiting.colleagueName,
        lapseDays: waiting.lapseDays,
        toConfirm: sql<number>`(count(*) filter (where ${isPractice}) ${sameSubject})::integer`,
        // UUIDv7 rises with time: the least id is the oldest.
        oldestPracticeId: sql<
          string | null
        >`min(${waiting.id}::text) filter (where ${isPractice}) ${sameSubject}`,
        requests: sql<number>`(count(*) filter (where ${isRequest}) over ())::integer`,
        total,
      })
      .from(waiting)
      .orderBy(place, asc(waiting.kind), asc(waiting.since), asc(waiting.id))
      .limit(limit)
      .offset(offset);
    const requests = rows[0]?.requests ?? 0;
    const items = rows.map(({ requests: _, lapseDays, since, toConfirm, oldestPracticeId, ...row }) => ({
      ...row,
      since: since.toISOString(),
      late: lapseDays !== null && isLateAnswer(londonDate(since), on, lapseDays),
      confirmFirst:
        row.kind === "request" && oldestPracticeId ? { id: oldestPracticeId, count: toConfirm } : null,
    }));
    const reviews = reviewIds.length;
    const practices = rows[0] ? rows[0].total - requests - reviews : 0;
    return { ...toPage(items, page), requests, practices, reviews };
  });
}

function practicesWaiting(tx: Tx, actor: Actor) {
  return tx
    .select({
      kind: sql<QueueKind>`'practice'`.as("kind"),
      id: sql<string>`${practices.id}`.as("id"),
      staffId: sql<string>`${practices.staffId}`.as("staff_id"),
      competencyId: sql<string>`${practices.competencyId}`.as("competency_id"),
      personName: sql<string>`${staffMembers.name}`.as("person_name"),
      competencyTitle: sql<string>`${competencyVersions.title}`.as("competency_title"),
      since: sql`${practices.recordedAt}`.mapWith(practices.recordedAt).as("since"),
      colleagueName: sql<string | null>`null::text`.as("colleague_name"),
      lapseDays: sql<number | null>`${trusts.practiceLapseDays}`.as("lapse_days"),
    })
    .from(practices)
    .innerJoin(trusts, eq(trusts.id, practices.trustId))
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, practices.trustId), eq(staffMembers.id, practices.staffId)),
    )
    .innerJoin(
      competencyVersions,
      and(
        eq(competencyVersions.trustId, practices.trustId),
        eq(competencyVersions.id, practices.competencyVersionId),
      ),
    )
    .leftJoin(practiceResponses, isAnswer)
    .leftJoin(practiceWithdrawals, isWithdrawal)
    .where(
      and(
        known(practices),
        eq(practices.observerId, actor.staffId),
        eq(practices.submitted, true),
        isNull(practiceResponses.id),
        isNull(practiceWithdrawals.id),
      ),
    );
}

function requestsWaiting(tx: Tx, actor: Actor) {
  return tx
    .select({
      kind: sql<QueueKind>`'request'`.as("kind"),
      id: sql<string>`${signOffRequests.id}`.as("id"),
      staffId: sql<string>`${signOffRequests.staffId}`.as("staff_id"),
      competencyId: sql<string>`${signOffRequests.competencyId}`.as("competency_id"),
      personName: sql<string>`${staffMembers.name}`.as("person_name"),
      competencyTitle: sql<string>`${competencyVersions.title}`.as("competency_title"),
      since: sql`${signOffRequests.stateSince}`.mapWith(signOffRequests.stateSince).as("since"),
      colleagueName: sql<
        string | null
      >`case when ${signOffRequests.addressedToId} <> ${actor.staffId} then ${addressees.name} end`.as(
        "colleague_name",
      ),
      lapseDays: sql<number | null>`null::integer`.as("lapse_days"),
    })
    .from(signOffRequests)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, signOffRequests.trustId), eq(staffMembers.id, signOffRequests.staffId)),
    )
    .innerJoin(
      addressees,
      and(eq(addressees.trustId, signOffRequests.trustId), eq(addressees.id, signOffRequests.addressedToId)),
    )
    .innerJoin(
      competencyVersions,
      and(
        eq(competencyVersions.trustId, signOffRequests.trustId),
        eq(competencyVersions.id, signOffRequests.competencyVersionId),
      ),
    )
    .where(and(eq(signOffRequests.state, "submitted"), theirs(actor)));
}

function theirs({ staffId, superviseeIds }: Actor): SQL | undefined {
  const addressed = eq(signOffRequests.addressedToId, staffId);
  return superviseeIds.length > 0
    ? or(addressed, inArray(signOffRequests.staffId, superviseeIds))
    : addressed;
}
