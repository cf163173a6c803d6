import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { signOffDecisions, staffMembers, staffRoles } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { IsoDate } from "@/lib/platform/dates";
import type { HoldingEventRow } from "@/lib/sign-off/holding/queries";
import {
  type EquipmentNamed,
  equipmentHeldFor,
  type HoldingEventKind,
  holdingOn,
  openReview,
} from "@/lib/sign-off/holding/rules";
import { scopeSentences } from "@/lib/sign-off/holding/words";

/** A suspension or restriction that stands. */
export interface Review {
  kind: "suspended" | "restricted";
  on: IsoDate;
  byName: string;
  limits: string[];
  /** For the person, their manager and whoever may review it; null for anybody else. */
  reason: string | null;
  incidentReference: string | null;
  managerNames: string[];
}

/** The signature that a holding rests on, whose it is, and the equipment that it is for; empty for any. */
export interface Signed {
  signatureId: string;
  signerId: string;
  equipment: EquipmentNamed[];
}

/** What a suspension rests on is not for everybody who may see the record. */
export function withoutReason(event: HoldingEventRow): HoldingEventRow {
  const confidential: readonly HoldingEventKind[] = ["suspended", "restricted", "reinstated"];
  return confidential.includes(event.kind) ? { ...event, reason: null, incidentReference: null } : event;
}

/** Under each event its signature: a decision's, or its own. */
export async function signatureIdsOf(tx: Tx, events: HoldingEventRow[]): Promise<Map<string, string>> {
  const decisionIds = events.flatMap(({ decisionId }) => decisionId ?? []);
  const rows = await tx
    .select({ id: signOffDecisions.id, signatureId: signOffDecisions.signatureId })
    .from(signOffDecisions)
    .where(inArray(signOffDecisions.id, decisionIds));
  const decided = new Map(rows.map(({ id, signatureId }) => [id, signatureId]));
  return new Map(
    events.flatMap(({ id, decisionId, signatureId }) => {
      const found = signatureId ?? decided.get(decisionId ?? "");
      return found ? [[id, found] as const] : [];
    }),
  );
}

/** The signature that the holding rests on. */
export function signedOn(
  events: HoldingEventRow[],
  signatureIds: Map<string, string>,
  on: IsoDate,
): Signed | null {
  const { restsOn } = holdingOn(events, { on });
  const event = events.find(({ id }) => id === restsOn?.id);
  const signatureId = event && signatureIds.get(event.id);
  if (!signatureId) return null;
  return { signatureId, signerId: event.recordedById, equipment: equipmentHeldFor(events, { on }) };
}

/** What stands against the holding on the day; null where nothing does. */
export async function reviewOf(
  tx: Tx,
  events: HoldingEventRow[],
  teamIds: string[],
  on: IsoDate,
): Promise<Review | null> {
  const event = openReview(events, { on });
  if (!event) return null;
  return {
    kind: event.kind === "suspended" ? "suspended" : "restricted",
    on: event.on,
    byName: event.recordedByName,
    limits: scopeSentences(event.scope),
    reason: event.reason,
    incidentReference: event.incidentReference,
    managerNames: await managerNamesOf(tx, teamIds, on),
  };
}

/** Who leads the teams on the day, by name. */
async function managerNamesOf(tx: Tx, teamIds: string[], on: IsoDate): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ name: staffMembers.name })
    .from(staffRoles)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, staffRoles.trustId), eq(staffMembers.id, staffRoles.staffId)),
    )
    .where(and(eq(staffRoles.role, "manager"), inArray(staffRoles.teamId, teamIds), inForce(staffRoles, on)))
    .orderBy(asc(staffMembers.name));
  return rows.map(({ name }) => name);
}
