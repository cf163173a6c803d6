import "server-only";
import type { Tx } from "@/db/tenant";
import { isApprovedAssessor } from "@/lib/competencies/queries";
import type { CompetencyVersion } from "@/lib/competencies/versions/queries";
import { registrationsAsTheyStand } from "@/lib/evidence/places/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { heldAmong } from "../holding/queries";
import type { SignerFacts } from "./rules";

/** What rules 1 and 2 look at: whose competency it is, and who is about to sign. */
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
