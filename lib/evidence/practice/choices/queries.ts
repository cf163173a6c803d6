import "server-only";
import { and, desc, eq, gt, gte, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { known } from "@/db/facts";
import { equipment, practiceResponses, practices, practiceWithdrawals } from "@/db/schema";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { listEquipment, listSettings } from "@/lib/people/places/queries";
import { visibleTo } from "@/lib/people/queries";
import { listObserversFor } from "@/lib/people/supervision/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { newsSince } from "@/lib/platform/news";
import { type PracticeRow, selectPractices } from "../queries";
import { isAnswer, isWithdrawal } from "../rows/queries";
import type { LastUsed } from "../rules";

const later = alias(practices, "later");

/** The lists of the form for supervised practice: where, with what, and who may have watched. */
export async function listPracticeChoices(actor: Actor, on: IsoDate) {
  const [settings, all, observers] = await Promise.all([
    listSettings(actor),
    listEquipment(actor, on),
    listObserversFor(actor, actor.staffId, on),
  ]);
  return { settings, equipment: all, observers };
}

export type PracticeLists = Awaited<ReturnType<typeof listPracticeChoices>>;

/** What was chosen the last time for each competency that the person has practised, latest first. */
export async function listLastUsed(actor: Actor, staffId: string, on: IsoDate): Promise<LastUsed[]> {
  const rows = await withTrust(actor, (tx) =>
    tx
      .selectDistinctOn([practices.competencyId], {
        competencyId: practices.competencyId,
        settingId: practices.settingId,
        equipmentId: practices.equipmentId,
        supervision: practices.supervision,
        observerId: practices.observerId,
        recordedAt: practices.recordedAt,
      })
      .from(practices)
      .where(and(known(practices), eq(practices.staffId, staffId), visibleTo(actor, practices.staffId, on)))
      .orderBy(practices.competencyId, desc(practices.recordedAt), desc(practices.id)),
  );
  return rows
    .sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
    .map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}

/** The equipment on which practice of the competency has been confirmed for anybody of the trust. */
export async function listPractisedOn(actor: Actor, competencyId: string): Promise<string[]> {
  const practised = sql`exists (select from ${practices}
    join ${practiceResponses} on ${isAnswer}
    left join ${practiceWithdrawals} on ${isWithdrawal}
    where ${and(
      eq(practices.trustId, equipment.trustId),
      eq(practices.equipmentId, equipment.id),
      eq(practices.competencyId, competencyId),
      known(practices),
      isNull(practiceWithdrawals.id),
      eq(practiceResponses.answer, "confirmed"),
    )})`;
  const rows = await withTrust(actor, (tx) =>
    tx.select({ id: equipment.id }).from(equipment).where(practised),
  );
  return rows.map(({ id }) => id);
}

/**
 * The actor's own practice that asks for something: drafts, lapsed, and what was not confirmed lately unless practice
 * of the same competency was recorded since.
 */
export async function listUnfinishedPractices(actor: Actor, on: IsoDate): Promise<PracticeRow[]> {
  const recordedSince = sql`(select 1 from ${practices} ${later} where ${and(
    eq(later.trustId, practices.trustId),
    eq(later.staffId, practices.staffId),
    eq(later.competencyId, practices.competencyId),
    gt(later.recordedAt, practiceResponses.respondedAt),
  )})`;
  const refusedLately = and(
    sql`not exists ${recordedSince}`,
    eq(practiceResponses.answer, "not-confirmed"),
    gte(practiceResponses.respondedAt, new Date(`${newsSince(on)}T00:00:00Z`)),
  );
  const own = and(
    eq(practices.staffId, actor.staffId),
    isNull(practiceWithdrawals.id),
    or(isNull(practiceResponses.id), refusedLately),
  );
  const rows = await withTrust(actor, (tx) => selectPractices(tx, own, on));
  return rows.filter(({ state }) => state !== "awaiting-confirmation");
}
