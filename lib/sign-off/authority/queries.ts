import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { known } from "@/db/facts";
import { authorities, authorityAcceptances, equipment, staffMembers } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { AuthorityGrant } from "./rules";

const granters = alias(staffMembers, "granters");

const granterOf = sql`coalesce(${authorities.grantedById}, ${authorities.recordedById})`;

/** A grant with who gave it and on which document. */
export interface AuthorityRow extends AuthorityGrant {
  id: string;
  /** Null: any equipment that the sign-off is for. */
  equipmentName: string | null;
  document: string;
  grantedByName: string;
  recordedAt: string;
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
      equipmentName: sql<string | null>`${equipment.make} || ' ' || ${equipment.model}`,
      document: authorities.document,
      validFrom: authorities.validFrom,
      validUntil: authorities.validUntil,
      acceptedOn: authorityAcceptances.acceptedOn,
      acceptedAt: authorityAcceptances.acceptedAt,
      grantedByName: granters.name,
      recordedAt: authorities.recordedAt,
    })
    .from(authorities)
    .innerJoin(granters, and(eq(granters.trustId, authorities.trustId), eq(granters.id, granterOf)))
    .leftJoin(
      equipment,
      and(eq(equipment.trustId, authorities.trustId), eq(equipment.id, authorities.equipmentId)),
    )
    .leftJoin(
      authorityAcceptances,
      and(
        eq(authorityAcceptances.trustId, authorities.trustId),
        eq(authorityAcceptances.authorityId, authorities.id),
      ),
    )
    .where(
      and(
        known(authorities),
        eq(authorities.staffId, staffId),
        competencyIds ? inArray(authorities.competencyId, competencyIds) : undefined,
      ),
    )
    .orderBy(authorities.validFrom, authorities.id);
  return rows.map((row) => ({
    ...row,
    recordedAt: row.recordedAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
  }));
}
