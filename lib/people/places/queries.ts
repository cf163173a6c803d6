import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { equipment, jobRoles, settings, sites, teams } from "@/db/schema";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";

/** The trust's places of practice, by name. */
export function listSettings(actor: Actor) {
  return withTrust(actor, (tx) =>
    tx
      .select({
        id: settings.id,
        code: settings.code,
        name: settings.name,
        kind: settings.kind,
        siteId: settings.siteId,
        siteName: sites.name,
      })
      .from(settings)
      .innerJoin(sites, and(eq(sites.trustId, settings.trustId), eq(sites.id, settings.siteId)))
      .orderBy(asc(settings.name), asc(settings.id)),
  );
}

/** Equipment in use on the day, by make and model. */
export function listEquipment(actor: Actor, on: IsoDate) {
  return withTrust(actor, (tx) =>
    tx
      .select({
        id: equipment.id,
        code: equipment.code,
        make: equipment.make,
        model: equipment.model,
        siteId: equipment.siteId,
        siteName: sites.name,
      })
      .from(equipment)
      .innerJoin(sites, and(eq(sites.trustId, equipment.trustId), eq(sites.id, equipment.siteId)))
      .where(inForce(equipment, on))
      .orderBy(asc(equipment.make), asc(equipment.model), asc(equipment.id)),
  );
}

const teamColumns = { id: teams.id, code: teams.code, name: teams.name, parentId: teams.parentId };

export function listTeams(actor: Actor) {
  return withTrust(actor, (tx) => tx.select(teamColumns).from(teams).orderBy(asc(teams.name), asc(teams.id)));
}

/** One team of the trust; null where there is none. */
export async function findTeam(actor: Actor, teamId: string) {
  const [team] = await withTrust(actor, (tx) =>
    tx.select(teamColumns).from(teams).where(eq(teams.id, teamId)),
  );
  return team ?? null;
}

export function listJobRoles(actor: Actor) {
  return withTrust(actor, (tx) =>
    tx
      .select({ id: jobRoles.id, code: jobRoles.code, title: jobRoles.title })
      .from(jobRoles)
      .orderBy(asc(jobRoles.title), asc(jobRoles.id)),
  );
}
