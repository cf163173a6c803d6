import { trustPath } from "@/app/_server/addresses";
import { NotificationBanner } from "@/components/ui/notification-banner";
import type { Actor } from "@/lib/auth/actor";
import { holdingStatusWords } from "@/lib/sign-off/holding/words";
import { nextStepSentence } from "@/lib/sign-off/next-step/words";
import type { RecordItem } from "@/lib/sign-off/record/queries";

/** What was taken back, limited or voided comes before everything else. */
export function Limited({ actor, items }: { actor: Actor; items: readonly RecordItem[] }) {
  return items.map(({ competencyId, title, standing }) => (
    <NotificationBanner key={competencyId} heading={`“${title}”: ${stateOf(standing)}`}>
      {standing.nextStep && <p>{nextStepSentence(standing.nextStep)}.</p>}
      <p>
        <a className="nhsuk-notification-banner__link" href={trustPath(actor, "competencies", competencyId)}>
          See what happened<span className="nhsuk-u-visually-hidden"> for “{title}”</span>
        </a>
      </p>
    </NotificationBanner>
  ));
}

function stateOf({ status, nextStep }: RecordItem["standing"]): string {
  return nextStep?.code === "authority-ended"
    ? "not entitled any more"
    : holdingStatusWords[status].toLowerCase();
}
