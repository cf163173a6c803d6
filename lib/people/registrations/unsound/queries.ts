import "server-only";
import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  inArray,
  isNull,
  lt,
  lte,
  notExists,
  or,
  sql,
} from "drizzle-orm";
import { inForce } from "@/db/facts";
import { total } from "@/db/pages";
import { conditionClearances, registrationChecks, registrations, staffMembers } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { mayCheckRegistrations } from "@/lib/people/policy";
import { hasNotLeft } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { isOwner, type NamedRegistration, withStandings } from "../queries";

/** The first registrations on which nobody may sign today, and how many there are: due first, then lapsed. */
export function listUnsoundRegistrations(
  actor: Actor,
  on: IsoDate,
  most: number,
): Promise<{ rows: NamedRegistration[]; total: number }> {
  authorise(mayCheckRegistrations(actor));
  return withTrust(actor, async (tx) => {
    const latest = latestCheck(tx, on);
    const lapsed = inArray(latest.outcome, ["lapsed", "not-found"]);
    const conditional = and(eq(latest.outcome, "conditions"), notExists(clearanceOf(tx, latest.id, on)));
    const rows = await tx
      .select({ id: registrations.id, staffId: registrations.staffId, name: staffMembers.name, total })
      .from(registrations)
      .innerJoin(staffMembers, and(isOwner(), hasNotLeft(on)))
      .leftJoinLateral(latest, sql`true`)
      .where(
        and(
          inForce(registrations, on),
          or(isNull(latest.id), lapsed, lt(latest.nextCheckDueOn, on), conditional),
        ),
      )
      .orderBy(
        sql`coalesce(${lapsed}, false)`,
        sql`${latest.nextCheckDueOn} nulls first`,
        asc(staffMembers.searchName),
        asc(registrations.id),
      )
      .limit(most);
    return { rows: await withStandings(tx, rows, on), total: rows[0]?.total ?? 0 };
  });
}

/** The look at the register that decides on the day: the same as in `registrationStanding`. */
function latestCheck(tx: Tx, on: IsoDate) {
  return tx
    .select({
      id: registrationChecks.id,
      outcome: registrationChecks.outcome,
      nextCheckDueOn: registrationChecks.nextCheckDueOn,
    })
    .from(registrationChecks)
    .where(
      and(
        eq(registrationChecks.trustId, registrations.trustId),
        eq(registrationChecks.registrationId, registrations.id),
        lte(registrationChecks.effectiveOn, on),
      ),
    )
    .orderBy(
      desc(registrationChecks.checkedOn),
      desc(registrationChecks.recordedAt),
      desc(registrationChecks.id),
    )
    .limit(1)
    .as("latest");
}

function clearanceOf(tx: Tx, checkId: AnyColumn, on: IsoDate) {
  return tx
    .select({ id: conditionClearances.id })
    .from(conditionClearances)
    .where(
      and(
        eq(conditionClearances.trustId, registrations.trustId),
        eq(conditionClearances.registrationCheckId, checkId),
        inForce(conditionClearances, on),
      ),
    );
}
