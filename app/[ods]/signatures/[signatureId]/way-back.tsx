import { trustPath } from "@/app/_server/addresses";
import { BackLink } from "@/components/ui/back-link";
import type { Actor } from "@/lib/auth/actor";
import type { SignatureRow } from "@/lib/sign-off/signature/queries";
import { mayUseSection } from "../../navigation";

/** Back to the record; a signer who may no longer see the person goes where their own work is. */
export function WayBack({ actor, signature }: { actor: Actor; signature: SignatureRow }) {
  const { ownerId, competencyId, recordVisible } = signature;
  if (ownerId === actor.staffId) {
    return <BackLink href={trustPath(actor, "competencies", competencyId)}>Back to the record</BackLink>;
  }
  if (recordVisible) {
    const record = trustPath(actor, "people", ownerId, "competencies", competencyId);
    return <BackLink href={record}>Back to the record</BackLink>;
  }
  if (mayUseSection(actor, "queue").allowed) {
    return <BackLink href={trustPath(actor, "queue")}>Back to what waits for you</BackLink>;
  }
  return <BackLink href={trustPath(actor)}>Home</BackLink>;
}
