import "server-only";
import { and, eq, lte } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { authorities, authorityAcceptances, equipment, settings } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { registrationsOf } from "@/lib/people/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { Refusal } from "@/lib/platform/refusals";

/** A setting or equipment that this trust does not have, or that was not in use on the day. */
export async function findPlaceFaults(
  tx: Tx,
  { settingId, equipmentId }: { settingId?: string; equipmentId?: string | null },
  on: IsoDate,
): Promise<Refusal[]> {
  const faults: Refusal[] = [];
  if (settingId) {
    const [setting] = await tx.select({ id: settings.id }).from(settings).where(eq(settings.id, settingId));
    if (!setting) faults.push(new Refusal("invalid", "setting-not-found", {}, "settingId"));
  }
  if (equipmentId) {
    const [found] = await tx
      .select({ id: equipment.id })
      .from(equipment)
      .where(and(eq(equipment.id, equipmentId), inForce(equipment, on)));
    if (!found) faults.push(new Refusal("invalid", "equipment-not-found", {}, "equipmentId"));
  }
  return faults;
}

/** Who watches is a registrant of this trust, whose registration nobody has found lapsed. */
export async function findObserverFaults(
  tx: Tx,
  observerId: string | undefined,
  on: IsoDate,
): Promise<Refusal[]> {
  if (observerId === undefined) return [];
  const standings = await registrationsAsTheyStand(tx, observerId, on);
  const eligible = standings.some(({ standing }) => standing !== "lapsed" && standing !== "unchecked");
  return eligible ? [] : [new Refusal("rule", "observer-not-eligible", {}, "observerId")];
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
