import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { total } from "@/db/pages";
import { registrationChecks, registrations, staffMembers } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IsoDate } from "@/lib/platform/dates";
import { type Page, pageWindow, toPage } from "@/lib/platform/pages";
import { refuse } from "@/lib/platform/refusals";
import { mayCheckRegistrations } from "../policy";
import { hasNotLeft, type RegistrationRow, registrationsOf } from "../queries";
import { mayRegistrationSign, type RegistrationStanding } from "../rules";

export interface NamedRegistration extends RegistrationRow {
  name: string;
}

/** Every registration of the trust as it stands: never checked first, then by when the check is due. */
export function listRegistrations(actor: Actor, on: IsoDate, page = 1): Promise<Page<NamedRegistration>> {
  authorise(mayCheckRegistrations(actor));
  const { limit, offset } = pageWindow(page);
  return withTrust(actor, async (tx) => {
    const rows = await ownerQuery(tx, inForce(registrations, on)).limit(limit).offset(offset);
    const named = await withStandings(tx, rows, on);
    return { ...toPage(rows, page), rows: named };
  });
}

/** One registration of the trust in force on the day; refuses "not-found" for any other. */
export function getRegistration(actor: Actor, id: string, on: IsoDate): Promise<NamedRegistration> {
  authorise(mayCheckRegistrations(actor));
  return withTrust(actor, async (tx) => {
    const wanted = and(inForce(registrations, on), eq(registrations.id, id));
    const [found] = await withStandings(tx, await ownerQuery(tx, wanted), on);
    if (!found) refuse("not-found", "registration-not-found");
    return found;
  });
}

/** Somebody with a registration in force, and how the soundest of theirs stands. */
export interface Registrant {
  id: string;
  name: string;
  standing: RegistrationStanding;
  maySign: boolean;
}

/** Everybody with a registration in force, by name: who can be approved as an assessor. */
export function listRegistrants(actor: Actor, on: IsoDate): Promise<Registrant[]> {
  return withTrust(actor, async (tx) => {
    const people = await tx
      .selectDistinct({ id: staffMembers.id, name: staffMembers.name, searchName: staffMembers.searchName })
      .from(registrations)
      .innerJoin(staffMembers, and(isOwner(), hasNotLeft(on)))
      .where(inForce(registrations, on))
      .orderBy(asc(staffMembers.searchName), asc(staffMembers.id));
    const standings = await soundestStandings(
      tx,
      people.map(({ id }) => id),
      on,
    );
    return people.map(({ id, name }) => {
      const standing = standings.get(id) ?? "unchecked";
      return { id, name, standing, maySign: mayRegistrationSign(standing) };
    });
  });
}

/** How the soundest registration of each person stands on the day; a person without one is left out. */
export async function soundestStandings(
  tx: Tx,
  staffIds: readonly string[],
  on: IsoDate,
): Promise<Map<string, RegistrationStanding>> {
  const standings = new Map<string, RegistrationStanding>();
  for (const { staffId, standing } of await registrationsOf(tx, staffIds, on)) {
    const other = standings.get(staffId);
    if (!other || mayRegistrationSign(standing)) standings.set(staffId, standing);
  }
  return standings;
}

interface Owned {
  id: string;
  staffId: string;
  name: string;
}

/** The registrations found, as they stand on the day, with their owners' names. */
export async function withStandings(
  tx: Tx,
  rows: readonly Owned[],
  on: IsoDate,
): Promise<NamedRegistration[]> {
  const staffIds = [...new Set(rows.map(({ staffId }) => staffId))];
  const standings = new Map((await registrationsOf(tx, staffIds, on)).map((row) => [row.id, row]));
  return rows.flatMap(({ id, name }) => {
    const standing = standings.get(id);
    return standing ? [{ ...standing, name }] : [];
  });
}

function ownerQuery(tx: Tx, where: SQL | undefined) {
  const dueOn = sql`(select ${registrationChecks.nextCheckDueOn} from ${registrationChecks}
    where ${registrationChecks.trustId} = ${registrations.trustId}
      and ${registrationChecks.registrationId} = ${registrations.id}
    order by ${registrationChecks.checkedOn} desc, ${registrationChecks.recordedAt} desc limit 1)`;
  return tx
    .select({ id: registrations.id, staffId: registrations.staffId, name: staffMembers.name, total })
    .from(registrations)
    .innerJoin(staffMembers, isOwner())
    .where(where)
    .orderBy(sql`${dueOn} nulls first`, asc(staffMembers.searchName), asc(registrations.id));
}

export function isOwner(): SQL | undefined {
  return and(eq(staffMembers.trustId, registrations.trustId), eq(staffMembers.id, registrations.staffId));
}
