import "server-only";
import { and, asc, eq, inArray, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { inForce } from "@/db/facts";
import {
  authorities,
  authorityAcceptances,
  competencyVersions,
  equipment,
  frameworkVersions,
  holdingEvents,
  staffMembers,
} from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { hasNotLeft, visibleTo } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageOf } from "@/lib/platform/pages";
import { holdingOn } from "@/lib/sign-off/holding/rules";
import { equipmentNamed, isAcceptance, isItsEquipment } from "../queries";
import { type AuthorityGrant, type AuthorityKind, type AuthorityStatus, authorityStatus } from "../rules";

/** Somebody who is signed off, and whom the employer has not entitled yet, or who has not accepted it. */
export interface WaitingForAuthority {
  staffId: string;
  personName: string;
  competencyId: string;
  competencyTitle: string;
  signedOffOn: IsoDate;
  status: Exclude<AuthorityStatus, "not-needed" | "entitled">;
  /** The equipment that was authorised and is not accepted yet; empty for any. */
  equipment: string[];
}

/** A page of all who wait; beside it the first whom the authoriser has to entitle, and how many wait for whom. */
export interface WaitingPage extends Page<WaitingForAuthority> {
  first: WaitingForAuthority[];
  toGrant: number;
  toAccept: number;
}

/** Who in the authoriser's teams is signed off and not yet entitled, longest waiting first. */
export function listWaitingForAuthority(actor: Actor, on: IsoDate, page = 1): Promise<WaitingPage> {
  return withTrust(actor, async (tx) => {
    const events = await selectFlaggedEvents(tx, actor, on);
    const staffIds = [...new Set(events.map(({ staffId }) => staffId))];
    const grants = await selectGrants(tx, staffIds, on);
    const rows = byHolding(events).flatMap((history) => waiting(history, grants, on));
    rows.sort((a, b) => compare(keyOf(a), keyOf(b)));
    const first = rows.filter(({ status }) => status === "not-entitled");
    return {
      ...pageOf(rows, page),
      first: first.slice(0, 5),
      toGrant: first.length,
      toAccept: rows.length - first.length,
    };
  });
}

/** The same actor with their role as authoriser alone: what they see otherwise is not theirs to entitle. */
export function asAuthoriser(actor: Actor): Actor {
  const roles = actor.roles.filter(({ role }) => role === "authoriser");
  return { ...actor, roles, managedTeamIds: [], superviseeIds: [] };
}

type FlaggedEvent = Awaited<ReturnType<typeof selectFlaggedEvents>>[number];

async function selectFlaggedEvents(tx: Tx, actor: Actor, on: IsoDate) {
  const rows = await tx
    .select({
      id: holdingEvents.id,
      staffId: holdingEvents.staffId,
      personName: staffMembers.name,
      competencyId: holdingEvents.competencyId,
      competencyTitle: competencyVersions.title,
      needsEntitlement: competencyVersions.needsEntitlement,
      needsScopeExtension: competencyVersions.needsScopeExtension,
      kind: holdingEvents.kind,
      on: holdingEvents.onDate,
      expiresOn: holdingEvents.expiresOn,
      voidsEventId: holdingEvents.voidsEventId,
      recordedAt: holdingEvents.recordedAt,
    })
    .from(holdingEvents)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, holdingEvents.trustId), eq(staffMembers.id, holdingEvents.staffId)),
    )
    .innerJoin(
      competencyVersions,
      and(
        eq(competencyVersions.trustId, holdingEvents.trustId),
        eq(competencyVersions.competencyId, holdingEvents.competencyId),
      ),
    )
    .innerJoin(
      frameworkVersions,
      and(
        eq(frameworkVersions.trustId, competencyVersions.trustId),
        eq(frameworkVersions.id, competencyVersions.frameworkVersionId),
        inForce(frameworkVersions, on),
      ),
    )
    .where(
      and(
        or(
          and(eq(competencyVersions.needsEntitlement, true), lacks("entitlement", on)),
          and(eq(competencyVersions.needsScopeExtension, true), lacks("scope-extension", on)),
        ),
        visibleTo(asAuthoriser(actor), holdingEvents.staffId, on),
        ne(holdingEvents.staffId, actor.staffId),
        lte(staffMembers.startedOn, on),
        hasNotLeft(on),
      ),
    )
    .orderBy(asc(holdingEvents.recordedAt), asc(holdingEvents.id));
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}

/** No authority of the kind is in force and accepted: the many who are entitled are left to the database. */
function lacks(kind: AuthorityKind, on: IsoDate): SQL {
  return sql`not exists (
    select from ${authorities} join ${authorityAcceptances}
      on ${authorityAcceptances.trustId} = ${authorities.trustId}
      and ${authorityAcceptances.authorityId} = ${authorities.id}
      and ${authorityAcceptances.acceptedOn} <= ${on}
    where ${authorities.trustId} = ${holdingEvents.trustId} and ${authorities.staffId} = ${holdingEvents.staffId}
      and ${authorities.competencyId} = ${holdingEvents.competencyId} and ${authorities.kind} = ${kind}
      and ${inForce(authorities, on)})`;
}

type Grant = AuthorityGrant & { staffId: string; equipmentName: string | null };

async function selectGrants(tx: Tx, staffIds: string[], on: IsoDate): Promise<Grant[]> {
  if (staffIds.length === 0) return [];
  return tx
    .select({
      staffId: authorities.staffId,
      competencyId: authorities.competencyId,
      kind: authorities.kind,
      equipmentId: authorities.equipmentId,
      validFrom: authorities.validFrom,
      validUntil: authorities.validUntil,
      equipmentName: equipmentNamed,
      acceptedOn: authorityAcceptances.acceptedOn,
    })
    .from(authorities)
    .leftJoin(equipment, isItsEquipment)
    .leftJoin(authorityAcceptances, isAcceptance)
    .where(and(inArray(authorities.staffId, staffIds), inForce(authorities, on)));
}

function byHolding(events: readonly FlaggedEvent[]): FlaggedEvent[][] {
  const histories = new Map<string, FlaggedEvent[]>();
  for (const event of events) {
    const key = `${event.staffId}/${event.competencyId}`;
    histories.set(key, [...(histories.get(key) ?? []), event]);
  }
  return [...histories.values()];
}

function waiting(history: FlaggedEvent[], grants: readonly Grant[], on: IsoDate): WaitingForAuthority[] {
  const [first] = history;
  const { restsOn, suspended } = holdingOn(history, { on });
  if (!first || !restsOn || suspended) return [];
  if (restsOn.expiresOn !== null && restsOn.expiresOn < on) return [];
  const { staffId, personName, competencyId, competencyTitle } = first;
  const own = grants.filter((grant) => grant.staffId === staffId && grant.competencyId === competencyId);
  const status = authorityStatus(first, own, on);
  if (status === "not-needed" || status === "entitled") return [];
  const named = own.flatMap(({ acceptedOn, equipmentName }) => (acceptedOn ? [] : (equipmentName ?? [])));
  return [
    { staffId, personName, competencyId, competencyTitle, signedOffOn: restsOn.on, status, equipment: named },
  ];
}

function keyOf({ signedOffOn, staffId, competencyId }: WaitingForAuthority): string {
  return `${signedOffOn}/${staffId}/${competencyId}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
