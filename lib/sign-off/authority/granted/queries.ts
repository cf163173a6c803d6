import "server-only";
import { and, asc, eq, gt, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import { known } from "@/db/facts";
import { total } from "@/db/pages";
import { authorities, authorityAcceptances, competencies, equipment, staffMembers } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { withTitles } from "@/lib/competencies/titles/queries";
import { named, type Search } from "@/lib/people/directory/queries";
import { getSubject, hasNotLeft, visibleTo } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";
import { refuse } from "@/lib/platform/refusals";
import { mayGrantEntitlement } from "@/lib/sign-off/policy";
import { equipmentNamed, isAcceptance, isItsEquipment } from "../queries";
import type { AuthorityKind } from "../rules";
import { asAuthoriser } from "../waiting/queries";

/** What the employer has authorised somebody to do, until it ends. */
export interface GrantedAuthority {
  id: string;
  staffId: string;
  personName: string;
  competencyId: string;
  competencyTitle: string;
  kind: AuthorityKind;
  equipmentName: string | null;
  document: string;
  validFrom: IsoDate;
  validUntil: IsoDate | null;
  acceptedOn: IsoDate | null;
}

export type EndedAuthority = GrantedAuthority & { validUntil: IsoDate };

/** The authorities in the authoriser's teams that have not ended on the day, by person. */
export function listGranted(
  actor: Actor,
  on: IsoDate,
  { name = "", page = 1 }: Search = {},
): Promise<Page<GrantedAuthority>> {
  const { limit, offset } = pageWindow(page);
  return withTrust(actor, async (tx) => {
    const scope = and(
      visibleTo(asAuthoriser(actor), authorities.staffId, on),
      ne(authorities.staffId, actor.staffId),
      hasNotLeft(on),
      named(name),
    );
    const rows = await grantedQuery(tx, and(notEnded(on), scope))
      .limit(limit)
      .offset(offset);
    return toPage(await withTitles(tx, rows, on), page);
  });
}

/** One authority that the actor may end; refuses "fact-not-found" for any that has ended or is not in their trust. */
export function getGranted(actor: Actor, id: string, on: IsoDate): Promise<GrantedAuthority> {
  return withTrust(actor, async (tx) => {
    const rows = await grantedQuery(tx, and(notEnded(on), eq(authorities.id, id)));
    const [row] = await withTitles(tx, rows, on);
    if (!row) refuse("not-found", "fact-not-found");
    const { teamIds } = await getSubject(tx, row.staffId, on);
    authorise(mayGrantEntitlement(actor, { ownerId: row.staffId, teamIds }));
    return row;
  });
}

/** Whose authority for what somebody has ended, for the page that says so; null where the actor may not. */
export function findEnded(actor: Actor, id: string, on: IsoDate): Promise<EndedAuthority | null> {
  return withTrust(actor, async (tx) => {
    const theirs = and(
      visibleTo(asAuthoriser(actor), authorities.staffId, on),
      ne(authorities.staffId, actor.staffId),
    );
    const endedOne = and(known(authorities), eq(authorities.id, id), isNotNull(authorities.grantedById));
    const rows = await grantedQuery(tx, and(endedOne, theirs));
    const [row] = await withTitles(tx, rows, on);
    return row?.validUntil ? { ...row, validUntil: row.validUntil } : null;
  });
}

function notEnded(on: IsoDate): SQL | undefined {
  const { validFrom, validUntil } = authorities;
  return and(known(authorities), or(isNull(validUntil), and(gt(validUntil, on), gt(validUntil, validFrom))));
}

function grantedQuery(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      id: authorities.id,
      staffId: authorities.staffId,
      personName: staffMembers.name,
      competencyId: authorities.competencyId,
      code: competencies.code,
      kind: authorities.kind,
      equipmentName: equipmentNamed,
      document: authorities.document,
      validFrom: authorities.validFrom,
      validUntil: authorities.validUntil,
      acceptedOn: authorityAcceptances.acceptedOn,
      total,
    })
    .from(authorities)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, authorities.trustId), eq(staffMembers.id, authorities.staffId)),
    )
    .innerJoin(
      competencies,
      and(eq(competencies.trustId, authorities.trustId), eq(competencies.id, authorities.competencyId)),
    )
    .leftJoin(equipment, isItsEquipment)
    .leftJoin(authorityAcceptances, isAcceptance)
    .where(where)
    .orderBy(asc(staffMembers.searchName), asc(competencies.code), asc(authorities.id));
}
