import "server-only";
import { and, eq } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { violatedConstraint } from "@/db/errors";
import { lockRecord } from "@/db/locks";
import { authorities, authorityAcceptances } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { selectPracticesOf } from "@/lib/evidence/practice/queries";
import { notify } from "@/lib/notifications/commands";
import { getSubject } from "@/lib/people/queries";
import { addDays, type IsoDate, laterOf, londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { Refusal, refuse } from "@/lib/platform/refusals";
import { selectHoldingEvents } from "../holding/queries";
import { holdingOn } from "../holding/rules";
import { mayGrantEntitlement } from "../policy";
import type { AcceptAuthorityInput, EntitlementInput } from "../schema";
import { selectAuthorities } from "./queries";
import { equipmentPractisedOn, isOver } from "./rules";

interface Saved {
  id: string;
}

/** An authoriser entitles somebody for the employer, or extends their scope; never themselves. */
export function grantAuthority(ctx: CommandContext, input: EntitlementInput, key: string): Promise<Saved> {
  return runCommand(ctx, { action: "authority.grant", key, body: input }, async (tx) => {
    const { staffId, competencyId, kind, equipmentId, document, validFrom } = input;
    const today = londonDate(ctx.now);
    const { teamIds } = await getSubject(tx, staffId, today);
    authorise(mayGrantEntitlement(ctx.actor, { ownerId: staffId, teamIds }));
    const version = await getCompetencyVersion(tx, competencyId, today);
    const asked = kind === "entitlement" ? version.rule.needsEntitlement : version.rule.needsScopeExtension;
    if (!asked) refuse("rule", "authority-not-asked", {}, "kind");
    const validUntil = input.lastDay ? addDays(input.lastDay, 1) : null;
    await lockRecord(tx, input);
    await requireNotVoided(tx, input, today);
    if (equipmentId) await requirePractisedOn(tx, input, equipmentId, today);
    const standing = await selectAuthorities(tx, staffId, [competencyId]);
    const same = standing.some(
      (grant) =>
        grant.kind === kind &&
        grant.equipmentId === equipmentId &&
        (validUntil === null || grant.validFrom < validUntil) &&
        (grant.validUntil === null || grant.validUntil > laterOf(validFrom, grant.validFrom)),
    );
    if (same) refuse("conflict", "authority-exists");
    const id = newId(ctx.now);
    await tx.insert(authorities).values({
      trustId: ctx.actor.trustId,
      id,
      staffId,
      competencyId,
      kind,
      equipmentId,
      document,
      validFrom,
      validUntil,
      recordedAt: ctx.now,
      recordedById: ctx.actor.staffId,
    });
    await recordAudit(tx, ctx, {
      action: "authority.granted",
      stream: `authority:${id}`,
      refs: { staffId, competencyId },
      fields: { kind, equipmentId, document, validFrom, validUntil },
    });
    await notify(tx, ctx, { kind: "authority.granted", toStaffId: staffId, payload: { competencyId } });
    return { id };
  });
}

/** Whoever still sees a sign-off that was voided meanwhile would grant on its strength. */
async function requireNotVoided(
  tx: Tx,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  today: IsoDate,
): Promise<void> {
  const events = await selectHoldingEvents(tx, staffId, [competencyId]);
  const { voided, restsOn } = holdingOn(events, { on: today });
  if (voided && !restsOn) refuse("rule", "sign-off-voided");
}

/** The employer names equipment on which the person has shown what they can do, as the form offers it. */
async function requirePractisedOn(
  tx: Tx,
  subject: { staffId: string; competencyId: string },
  equipmentId: string,
  today: IsoDate,
): Promise<void> {
  const equipment = equipmentPractisedOn(await selectPracticesOf(tx, subject, today));
  if (!equipment.some(({ id }) => id === equipmentId)) {
    refuse("rule", "equipment-not-practised", {}, "equipmentId");
  }
}

/** The person accepts the responsibility; from that day the authority counts. One that has ended can't be accepted. */
export async function acceptAuthority(
  ctx: CommandContext,
  input: AcceptAuthorityInput,
  key: string,
): Promise<Saved> {
  try {
    return await runCommand(ctx, { action: "authority.accept", key, body: input }, async (tx) => {
      const found = await lockOwn(tx, ctx, input.authorityId);
      if (found.supersededAt) refuse("conflict", "authority-changed");
      if (isOver(found, londonDate(ctx.now))) refuse("rule", "authority-ended");
      await tx.insert(authorityAcceptances).values({
        trustId: ctx.actor.trustId,
        id: newId(ctx.now),
        authorityId: found.id,
        acceptedById: ctx.actor.staffId,
        acceptedOn: londonDate(ctx.now),
        acceptedAt: ctx.now,
      });
      await recordAudit(tx, ctx, {
        action: "authority.accepted",
        stream: `authority:${found.id}`,
        refs: { staffId: ctx.actor.staffId, competencyId: found.competencyId },
      });
      return { id: found.id };
    });
  } catch (error) {
    if (violatedConstraint(error) === "authority_acceptances_authority_key") {
      throw new Refusal("conflict", "already-accepted");
    }
    throw error;
  }
}

/** Nobody ends the authority between this look at it and the end of the transaction. */
async function lockOwn(tx: Tx, { actor }: CommandContext, id: string) {
  const own = () =>
    tx
      .select()
      .from(authorities)
      .where(and(eq(authorities.id, id), eq(authorities.staffId, actor.staffId)));
  const [seen] = await own();
  if (!seen) refuse("not-found", "authority-not-found");
  await lockRecord(tx, seen);
  const [found = seen] = await own();
  return found;
}
