import "server-only";
import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { practices } from "@/db/schema";
import { type FindTwin, savedJustNow } from "@/db/twins";
import type { PracticeDraftInput } from "@/lib/evidence/schema";

/** What is recorded of a practice: whose it is, and everything that its form asks. */
export type PracticeFacts = PracticeDraftInput & { staffId: string };

/** All of them make it the same practice. How it was sent does not: as a draft, to be confirmed, asking for sign-off. */
const columns: Record<keyof PracticeFacts, AnyPgColumn> = {
  staffId: practices.staffId,
  competencyId: practices.competencyId,
  performedOn: practices.performedOn,
  settingId: practices.settingId,
  equipmentId: practices.equipmentId,
  supervision: practices.supervision,
  performances: practices.performances,
  simulated: practices.simulated,
  observerId: practices.observerId,
  outcome: practices.outcome,
  note: practices.note,
  incidentReference: practices.incidentReference,
};

/** The same practice, if the actor recorded it just now. One that was changed since can't be shown any more. */
export function samePractice(facts: PracticeFacts): FindTwin {
  return async (tx, ctx) => {
    const [twin] = await tx
      .select({ id: practices.id, at: practices.recordedAt, supersededAt: practices.supersededAt })
      .from(practices)
      .where(
        and(
          eq(practices.recordedById, ctx.actor.staffId),
          savedJustNow(practices.recordedAt, ctx.now),
          ...factNames.map((name) => is(columns[name], facts[name])),
        ),
      )
      .orderBy(desc(practices.recordedAt))
      .limit(1);
    return twin ? { id: twin.supersededAt ? null : twin.id, at: twin.at } : null;
  };
}

const factNames = Object.keys(columns) as (keyof PracticeFacts)[];

function is(column: AnyPgColumn, value: unknown): SQL {
  return value === null ? isNull(column) : eq(column, value);
}
