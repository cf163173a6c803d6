import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  competencies,
  competencyVersions,
  equipment,
  practiceResponses,
  practices,
  practiceWithdrawals,
  settings,
  staffMembers,
  trusts,
} from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { type PracticeState, practiceState } from "@/lib/evidence/workflow";
import { type IsoDate, londonDate } from "@/lib/platform/dates";

const owners = alias(staffMembers, "owners");
const observers = alias(staffMembers, "observers");

const columns = {
  id: practices.id,
  staffId: practices.staffId,
  ownerName: owners.name,
  competencyId: practices.competencyId,
  competencyVersionId: practices.competencyVersionId,
  competencyCode: competencies.code,
  competencyTitle: competencyVersions.title,
  performedOn: practices.performedOn,
  settingId: practices.settingId,
  settingKind: settings.kind,
  settingName: settings.name,
  equipmentId: practices.equipmentId,
  equipmentName: sql<string | null>`${equipment.make} || ' ' || ${equipment.model}`,
  supervision: practices.supervision,
  performances: practices.performances,
  simulated: practices.simulated,
  outcome: practices.outcome,
  observerId: practices.observerId,
  observerName: observers.name,
  note: practices.note,
  incidentReference: practices.incidentReference,
  submitted: practices.submitted,
  recordedAt: practices.recordedAt,
  recordedById: practices.recordedById,
  answer: practiceResponses.answer,
  answerReason: practiceResponses.reason,
  answerLate: practiceResponses.late,
  answeredAt: practiceResponses.respondedAt,
  withdrawnAt: practiceWithdrawals.withdrawnAt,
  withdrawnReason: practiceWithdrawals.reason,
  lapseDays: trusts.practiceLapseDays,
};

/** How a practice was answered, and whether it was withdrawn: one of each at most. */
export const isAnswer = and(
  eq(practiceResponses.trustId, practices.trustId),
  eq(practiceResponses.practiceId, practices.id),
);
export const isWithdrawal = and(
  eq(practiceWithdrawals.trustId, practices.trustId),
  eq(practiceWithdrawals.practiceId, practices.id),
);

/** Practice with the names beside it and how it was answered, for a condition and an order. */
export function practiceQuery(tx: Tx) {
  return tx
    .select(columns)
    .from(practices)
    .innerJoin(trusts, eq(trusts.id, practices.trustId))
    .innerJoin(owners, and(eq(owners.trustId, practices.trustId), eq(owners.id, practices.staffId)))
    .innerJoin(
      observers,
      and(eq(observers.trustId, practices.trustId), eq(observers.id, practices.observerId)),
    )
    .innerJoin(settings, and(eq(settings.trustId, practices.trustId), eq(settings.id, practices.settingId)))
    .innerJoin(
      competencies,
      and(eq(competencies.trustId, practices.trustId), eq(competencies.id, practices.competencyId)),
    )
    .innerJoin(
      competencyVersions,
      and(
        eq(competencyVersions.trustId, practices.trustId),
        eq(competencyVersions.id, practices.competencyVersionId),
      ),
    )
    .leftJoin(
      equipment,
      and(eq(equipment.trustId, practices.trustId), eq(equipment.id, practices.equipmentId)),
    )
    .leftJoin(practiceResponses, isAnswer)
    .leftJoin(practiceWithdrawals, isWithdrawal)
    .$dynamic();
}

/** What the state of a practice is computed from. */
interface StateColumns {
  submitted: boolean;
  answer: "confirmed" | "not-confirmed" | null;
  withdrawnAt: Date | string | null;
  recordedAt: Date | string;
  lapseDays: number;
}

/** The day of submission is asked for only where somebody still waits: to find it costs more than all the rest. */
export function stateOf(row: StateColumns, on: IsoDate): PracticeState {
  const { submitted, answer, withdrawnAt, recordedAt, lapseDays } = row;
  const waits = submitted && answer === null && withdrawnAt === null;
  const facts = {
    submitted,
    response: answer ? { kind: answer } : null,
    withdrawn: withdrawnAt !== null,
    awaitingSince: waits ? londonDate(recordedAt) : null,
  };
  return practiceState(facts, on, lapseDays);
}
