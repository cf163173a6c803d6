import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { known } from "@/db/facts";
import { authorities, authorityAcceptances, equipment, staffMembers } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { IsoDate } from "@/lib/platform/dates";
import { type AuthorityGrant, isOver } from "./rules";

const granters = alias(staffMembers, "granters");

/** An authority's acceptance and its equipment: one of each at most. */
export const isAcceptance = and(
  eq(authorityAcceptances.trustId, authorities.trustId),
  eq(authorityAcceptances.authorityId, authorities.id),
);
export const isItsEquipment = and(
  eq(equipment.trustId, authorities.trustId),
  eq(equipment.id, authorities.equipmentId),
);
export const equipmentNamed = sql<string | null>`${equipment.make} || ' ' || ${equipment.model}`;

const granterOf = sql`coalesce(${authorities.grantedById}, ${authorities.recordedById})`;

const recorders = alias(staffMembers, "recorders");

/** An end supersedes the grant: the first row of the line is the grant itself. */
const firstRecordedAt = sql`(with recursive line(supersedes_id, recorded_at) as (
  select ${authorities.supersedesId}, ${authorities.recordedAt}
  union all select earlier.supersedes_id, earlier.recorded_at from ${authorities} earlier
    join line on earlier.trust_id = ${authorities.trustId} and earlier.id = line.supersedes_id)
  select min(recorded_at) from line)`.mapWith(authorities.recordedAt);

/** A grant with who gave it and on which document. */
export interface AuthorityRow extends AuthorityGrant {
  id: string;
  /** Null: any equipment that the sign-off is for. */
  equipmentName: string | null;
  document: string;
  grantedByName: string;
  grantedAt: string;
  /** When and by whom it was recorded that the authority ends sooner. */
  ended: { at: string; byName: string; reason: string | null } | null;
  /** The instant beside the day on which the person accepted it. */
  acceptedAt: string | null;
}

/** What the employer has authorised one person to do, past and present. Scoped to the transaction's trust. */
export async function selectAuthorities(
  tx: Tx,
  staffId: string,
  competencyIds?: string[],
): Promise<AuthorityRow[]> {
  if (competencyIds?.length === 0) return [];
  const rows = await tx
    .select({
      id: authorities.id,
      kind: authorities.kind,
      competencyId: authorities.competencyId,
      equipmentId: authorities.equipmentId,
      equipmentName: equipmentNamed,
      document: authorities.document,
      validFrom: authorities.validFrom,
      validUntil: authorities.validUntil,
      acceptedOn: authorityAcceptances.acceptedOn,
      acceptedAt: authorityAcceptances.acceptedAt,
      grantedByName: granters.name,
      grantedAt: firstRecordedAt,
      endedById: authorities.grantedById,
      endedReason: authorities.endedReason,
      recordedAt: authorities.recordedAt,
      recordedByName: recorders.name,
    })
    .from(authorities)
    .innerJoin(
      recorders,
      and(eq(recorders.trustId, authorities.trustId), eq(recorders.id, authorities.recordedById)),
    )
    .innerJoin(granters, and(eq(granters.trustId, authorities.trustId), eq(granters.id, granterOf)))
    .leftJoin(equipment, isItsEquipment)
    .leftJoin(authorityAcceptances, isAcceptance)
    .where(
      and(
        known(authorities),
        eq(authorities.staffId, staffId),
        competencyIds ? inArray(authorities.competencyId, competencyIds) : undefined,
      ),
    )
    .orderBy(authorities.validFrom, authorities.id);
  return rows.map(({ endedById, recordedAt, recordedByName, ...row }) => ({
    ...row,
    grantedAt: row.grantedAt.toISOString(),
    ended: endedById
      ? { at: recordedAt.toISOString(), byName: recordedByName, reason: row.endedReason }
      : null,
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
  }));
}

/** What of it is in force on the day or has yet to begin. */
export async function selectStanding(
  tx: Tx,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  on: IsoDate,
): Promise<AuthorityRow[]> {
  const all = await selectAuthorities(tx, staffId, [competencyId]);
  return all.filter((authority) => !isOver(authority, on));
}
