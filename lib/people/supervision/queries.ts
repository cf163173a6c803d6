import "server-only";
import { and, asc, desc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { registrations, staffMembers, supervisions, teamMemberships } from "@/db/schema";
import { jsonRows, type Part } from "@/db/statement";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { hasNotLeft, visibleTo } from "../queries";

export interface Named {
  id: string;
  name: string;
}

interface Given {
  staffId: string;
  on: IsoDate;
}

/** Who supervises the person on the day, by name. */
export function supervisorRows({ staffId, on }: Given): Part<Named[]> {
  return jsonRows(
    { id: staffMembers.id, name: staffMembers.name },
    sql`from ${staffMembers} where ${stillHere(on)} and ${staffMembers.id} in (
      select ${supervisions.supervisorId} from ${supervisions}
      where ${and(eq(supervisions.learnerId, staffId), inForce(supervisions, on))})`,
    sql`${staffMembers.searchName}, ${staffMembers.id}`,
  );
}

export interface Observer extends Named {
  professions: string[];
  supervises: boolean;
}

/**
 * Who may be named as having watched: registrants of the trust who supervise the person or share a team with them.
 * Supervisors come first.
 */
export async function observersFor(tx: Tx, staffId: string, on: IsoDate): Promise<Observer[]> {
  const supervises = sql<boolean>`${inArray(staffMembers.id, supervisorIds(tx, staffId, on))}`;
  const rows = await tx
    .select({
      id: staffMembers.id,
      name: staffMembers.name,
      professions: sql<string[]>`jsonb_agg(distinct ${registrations.profession})`,
      supervises,
    })
    .from(staffMembers)
    .innerJoin(
      registrations,
      and(eq(registrations.trustId, staffMembers.trustId), eq(registrations.staffId, staffMembers.id)),
    )
    .where(
      and(
        ne(staffMembers.id, staffId),
        inForce(registrations, on),
        stillHere(on),
        or(
          inArray(staffMembers.id, supervisorIds(tx, staffId, on)),
          inArray(staffMembers.id, teamMateIds(tx, staffId, on)),
        ),
      ),
    )
    .groupBy(staffMembers.trustId, staffMembers.id)
    .orderBy(desc(supervises), asc(staffMembers.searchName), asc(staffMembers.id));
  return rows;
}

/** The same for the page of somebody whose record the actor may see. */
export function listObserversFor(actor: Actor, staffId: string, on: IsoDate): Promise<Observer[]> {
  return withTrust(actor, async (tx) => {
    const seen = await tx
      .select({ id: staffMembers.id })
      .from(staffMembers)
      .where(and(eq(staffMembers.id, staffId), visibleTo(actor, staffMembers.id, on)));
    return seen.length === 0 ? [] : observersFor(tx, staffId, on);
  });
}

function supervisorIds(tx: Tx, staffId: string, on: IsoDate) {
  return tx
    .select({ id: supervisions.supervisorId })
    .from(supervisions)
    .where(and(eq(supervisions.learnerId, staffId), inForce(supervisions, on)));
}

function teamMateIds(tx: Tx, staffId: string, on: IsoDate) {
  const teamIds = tx
    .select({ id: teamMemberships.teamId })
    .from(teamMemberships)
    .where(and(eq(teamMemberships.staffId, staffId), inForce(teamMemberships, on)));
  return tx
    .select({ id: teamMemberships.staffId })
    .from(teamMemberships)
    .where(and(inArray(teamMemberships.teamId, teamIds), inForce(teamMemberships, on)));
}

function stillHere(on: IsoDate): SQL | undefined {
  return and(sql`${staffMembers.startedOn} <= ${on}`, hasNotLeft(on));
}
