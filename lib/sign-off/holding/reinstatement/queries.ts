import "server-only";
import { eq } from "drizzle-orm";
import { staffMembers } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import type { CompetencyVersion } from "@/lib/competencies/versions/queries";
import { getPerson, type PersonDetails } from "@/lib/people/staff/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import type { RuleCheck } from "@/lib/sign-off/rules";
import { gatherSigner } from "@/lib/sign-off/signer/queries";
import { checkSigner } from "@/lib/sign-off/signer/rules";
import { findOpenReview, type HoldingEventRow } from "../queries";

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
    const subject = { ownerId: staffId, signerId: actor.staffId, version };
    const signer = await gatherSigner(tx, subject, on);
    const review = await findOpenReview(tx, { staffId, competencyId }, on);
    return { person, version, review, checks: checkSigner(signer) };
  });
}
