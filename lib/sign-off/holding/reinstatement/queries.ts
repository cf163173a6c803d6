import "server-only";
import { eq } from "drizzle-orm";
import { staffMembers } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { getCompetencyVersion, isApprovedAssessor } from "@/lib/competencies/queries";
import type { CompetencyVersion } from "@/lib/competencies/versions/queries";
import { registrationsAsTheyStand } from "@/lib/evidence/places/queries";
import { getPerson, type PersonDetails } from "@/lib/people/staff/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import type { RuleCheck } from "@/lib/sign-off/rules";
import { checkSigner, type SignerFacts } from "@/lib/sign-off/signer/rules";
import { type HoldingEventRow, heldAmong, selectHoldingEvents } from "../queries";
import { openReview } from "../rules";

/** What rules 1 and 2 look at, for somebody who is about to lift a suspension or a restriction. */
export async function gatherSigner(
  tx: Tx,
  { ownerId, signerId, version }: { ownerId: string; signerId: string; version: CompetencyVersion },
  on: IsoDate,
): Promise<SignerFacts> {
  const { competencyId, title, rule } = version;
  const held = await heldAmong(tx, signerId, [competencyId], on);
  return {
    ownerId,
    signerId,
    competencyTitle: title,
    rule,
    registrations: await registrationsAsTheyStand(tx, signerId, on),
    assessor: {
      holdsAsAssessor: held.has(competencyId),
      approved: await isApprovedAssessor(tx, signerId, competencyId, on),
    },
  };
}

/** The suspension or restriction that stands today; null where there is none. */
export async function findOpenReview(
  tx: Tx,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  on: IsoDate,
): Promise<HoldingEventRow | null> {
  return openReview(await selectHoldingEvents(tx, staffId, [competencyId]), { on });
}

export async function nameOf(tx: Tx, staffId: string): Promise<string> {
  const [person] = await tx
    .select({ name: staffMembers.name })
    .from(staffMembers)
    .where(eq(staffMembers.id, staffId));
  return person?.name ?? refuse("not-found", "staff-not-found");
}

/** What the page of a reinstatement shows its signer. */
export interface ReinstatementPage {
  person: PersonDetails;
  version: CompetencyVersion;
  review: HoldingEventRow | null;
  checks: RuleCheck[];
}

/** Refuses "not-found" for whoever may not see the person. */
export async function getReinstatementPage(
  actor: Actor,
  { staffId, competencyId }: { staffId: string; competencyId: string },
  on: IsoDate,
): Promise<ReinstatementPage> {
  const person = await getPerson(actor, staffId, on);
  return withTrust(actor, async (tx) => {
    const version = await getCompetencyVersion(tx, competencyId, on);
    const signer = await gatherSigner(tx, { ownerId: staffId, signerId: actor.staffId, version }, on);
    const review = await findOpenReview(tx, { staffId, competencyId }, on);
    return { person, version, review, checks: checkSigner(signer) };
  });
}
