import { trustPath } from "@/app/_server/addresses";
import { BackLink } from "@/components/ui/back-link";
import type { Actor } from "@/lib/auth/actor";
import { mayUseSection } from "../navigation";

interface Props {
  actor: Actor;
  record: { staffId: string; ownerName: string; competencyId: string };
  /** Whoever was named as having watched, or asked to decide. */
  namedId: string;
}

/** Back to the queue for those who have one; others come from the person's record. */
export function WayBack({ actor, record: { staffId, ownerName, competencyId }, namedId }: Props) {
  if (mayUseSection(actor, "queue").allowed) {
    return <BackLink href={trustPath(actor, "queue")}>Back to what waits for you</BackLink>;
  }
  if (actor.staffId === namedId) return <BackLink href={trustPath(actor)}>Home</BackLink>;
  return (
    <BackLink href={trustPath(actor, "people", staffId, "competencies", competencyId)}>
      Back to the record of {ownerName}
    </BackLink>
  );
}
