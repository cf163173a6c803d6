import "server-only";
import { and, eq, lte } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { authorities, authorityAcceptances, equipment, settings } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { registrationsOf } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";

/** Refuses a setting or equipment that this trust does not have, or that was not in use on the day. */
export async function requirePlace(
  tx: Tx,
  place: { settingId: string; equipmentId: string | null; performedOn: IsoDate },
): Promise<void> {
  const [setting] = await tx
    .select({ id: settings.id })
    .from(settings)
    .where(eq(settings.id, place.settingId));
  if (!setting) refuse("invalid", "setting-not-found", {}, "settingId");
  if (!place.equipmentId) return;
  const [found] = await tx
    .select({ id: equipment.id })
    .from(equipment)
    .where(and(eq(equipment.id, place.equipmentId), inForce(equipment, place.performedOn)));
  if (!found) refuse("invalid", "equipment-not-found", {}, "equipmentId");
}

/** Who watches is a registrant of this trust, whose registration nobody has found lapsed. */
export async function requireObserver(tx: Tx, observerId: string, on: IsoDate): Promise<void> {
  const standings = await registrationsAsTheyStand(tx, observerId, on);
  if (!standings.some(({ standing }) => standing !== "lapsed" && standing !== "unchecked")) {
    refuse("rule", "observer-not-eligible", {}, "observerId");
  }
}

/** Has the employer entitled the person as an operator of the task, and have they accepted it, by that day? */
export async function isEntitled(
  tx: Tx,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  on: IsoDate,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: authorities.id })
    .from(authorities)
    .innerJoin(
      authorityAcceptances,
      and(
        eq(authorityAcceptances.trustId, authorities.trustId),
        eq(authorityAcceptances.authorityId, authorities.id),
        lte(authorityAcceptances.acceptedOn, on),
      ),
    )
    .where(
      and(
        eq(authorities.staffId, staffId),
        eq(authorities.competencyId, competencyId),
        eq(authorities.kind, "entitlement"),
        inForce(authorities, on),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** A person's registrations with their standing on the day: what a confirmation or a signature keeps. */
export async function registrationsAsTheyStand(tx: Tx, staffId: string, on: IsoDate) {
  const rows = await registrationsOf(tx, [staffId], on);
  return rows.map(({ id, body, profession, number, standing }) => ({
    id,
    body,
    profession,
    number,
    standing,
  }));
}
