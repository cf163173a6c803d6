import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { known } from "@/db/facts";
import { practiceResponses, practices, practiceWithdrawals, signOffRequests } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { isAnswer, isWithdrawal } from "@/lib/evidence/practice/rows/queries";
import { visibleTo } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";

/** What is under way for one person: practice to confirm, requests to decide, and requests that came back to them. */
export interface WaitingForPerson {
  toConfirm: number;
  toDecide: number;
  returned: number;
}

/** What is under way for each of the people named whose record the actor may see; left out where nothing is. */
export function countWaiting(
  actor: Actor,
  staffIds: readonly string[],
  on: IsoDate,
): Promise<Map<string, WaitingForPerson>> {
  if (staffIds.length === 0) return Promise.resolve(new Map());
  return withTrust(actor, async (tx) => {
    const waiting = unionAll(
      unanswered(tx, actor, [...staffIds], on),
      openRequests(tx, actor, [...staffIds], on),
    ).as("waiting");
    const count = (what: string) => sql<number>`(count(*) filter (where ${waiting.what} = ${what}))::integer`;
    const rows = await tx
      .select({
        staffId: waiting.staffId,
        toConfirm: count("practice"),
        toDecide: count("submitted"),
        returned: count("returned"),
      })
      .from(waiting)
      .groupBy(waiting.staffId);
    return new Map(rows.map(({ staffId, ...counts }) => [staffId, counts]));
  });
}

function unanswered(tx: Tx, actor: Actor, staffIds: string[], on: IsoDate) {
  return tx
    .select({
      staffId: sql<string>`${practices.staffId}`.as("staff_id"),
      what: sql<string>`'practice'`.as("what"),
    })
    .from(practices)
    .leftJoin(practiceResponses, isAnswer)
    .leftJoin(practiceWithdrawals, isWithdrawal)
    .where(
      and(
        known(practices),
        inArray(practices.staffId, staffIds),
        visibleTo(actor, practices.staffId, on),
        eq(practices.submitted, true),
        isNull(practiceResponses.id),
        isNull(practiceWithdrawals.id),
      ),
    );
}

function openRequests(tx: Tx, actor: Actor, staffIds: string[], on: IsoDate) {
  return tx
    .select({
      staffId: sql<string>`${signOffRequests.staffId}`.as("staff_id"),
      what: sql<string>`${signOffRequests.state}`.as("what"),
    })
    .from(signOffRequests)
    .where(
      and(
        inArray(signOffRequests.staffId, staffIds),
        visibleTo(actor, signOffRequests.staffId, on),
        inArray(signOffRequests.state, ["submitted", "returned"]),
      ),
    );
}
