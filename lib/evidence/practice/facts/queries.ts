import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { known } from "@/db/facts";
import {
  practiceResponses,
  practices,
  practiceWithdrawals,
  settings,
  staffMembers,
  trusts,
} from "@/db/schema";
import { jsonRows, type RowOf } from "@/db/statement";
import type { PracticeFact } from "@/lib/evidence/rules";
import type { IsoDate } from "@/lib/platform/dates";
import { stateOf } from "../rows/queries";

const observers = alias(staffMembers, "observers");

const columns = {
  id: practices.id,
  competencyId: practices.competencyId,
  performedOn: practices.performedOn,
  settingKind: settings.kind,
  settingId: practices.settingId,
  equipmentId: practices.equipmentId,
  supervision: practices.supervision,
  performances: practices.performances,
  simulated: practices.simulated,
  outcome: practices.outcome,
  observerId: practices.observerId,
  observerName: observers.name,
  recordedAt: practices.recordedAt,
  submitted: practices.submitted,
  answer: sql<"confirmed" | "not-confirmed" | null>`${practiceResponses.answer}`,
  withdrawnAt: sql<string | null>`${practiceWithdrawals.withdrawnAt}`,
  lapseDays: trusts.practiceLapseDays,
};

/** Of one person's practice, newest first, what the rules read: a fraction of what screens show. */
export function practiceFactsOf(staffId: string) {
  return jsonRows(
    columns,
    sql`from ${practices}
      join ${trusts} on ${trusts.id} = ${practices.trustId}
      join ${staffMembers} ${observers} on ${observers.trustId} = ${practices.trustId}
        and ${observers.id} = ${practices.observerId}
      join ${settings} on ${settings.trustId} = ${practices.trustId} and ${settings.id} = ${practices.settingId}
      left join ${practiceResponses} on ${practiceResponses.trustId} = ${practices.trustId}
        and ${practiceResponses.practiceId} = ${practices.id}
      left join ${practiceWithdrawals} on ${practiceWithdrawals.trustId} = ${practices.trustId}
        and ${practiceWithdrawals.practiceId} = ${practices.id}
      where ${and(known(practices), eq(practices.staffId, staffId))}`,
    sql`${practices.performedOn} desc, ${practices.id} desc`,
  );
}

export interface CompetencyPractice extends PracticeFact {
  competencyId: string;
  observerName: string;
}

export function toPracticeFact(row: RowOf<typeof columns>, on: IsoDate): CompetencyPractice {
  const { submitted: _submitted, answer: _answer, withdrawnAt: _withdrawn, lapseDays: _days, ...fact } = row;
  return { ...fact, state: stateOf(row, on) };
}
