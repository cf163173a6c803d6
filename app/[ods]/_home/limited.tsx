import { trustPath } from "@/app/_server/addresses";
import { NotificationBanner } from "@/components/ui/notification-banner";
import type { Actor } from "@/lib/auth/actor";
import { holdingStatusWords } from "@/lib/sign-off/holding/words";
import { nextStepSentence } from "@/lib/sign-off/next-step/words";
import type { RecordItem } from "@/lib/sign-off/record/queries";
import { Typed } from "../_record/typed";

/** What was taken back, limited or voided comes before everything else. */
export function Limited({ actor, items }: { actor: Actor; items: readonly RecordItem[] }) {
  return items.map(({ competencyId, title, standing }) => (
    <NotificationBanner key={competencyId} heading={`“${title}”: ${stateOf(standing)}`}>
      {standing.status === "voided" && (
        <p>
          It was signed by mistake, which says nothing about how you work. Don’t do this on your own until you
          are signed off again.
        </p>
      )}
      {standing.nextStep && <p>{nextStepSentence(standing.nextStep)}.</p>}
      <EndReason nextStep={standing.nextStep} />
      <p>
        <a className="nhsuk-notification-banner__link" href={trustPath(actor, "competencies", competencyId)}>
          See what happened<span className="nhsuk-u-visually-hidden"> for “{title}”</span>
        </a>
      </p>
    </NotificationBanner>
  ));
}

/** Why an authority ended, as whoever ended it wrote. */
function EndReason({ nextStep }: Pick<RecordItem["standing"], "nextStep">) {
  const reason = nextStep?.code === "authority-ended" ? nextStep.params.reason : null;
  if (typeof reason !== "string") return null;
  return (
    <>
      <p>The reason given:</p>
      <Typed>{reason}</Typed>
    </>
  );
}

function stateOf({ status, nextStep }: RecordItem["standing"]): string {
  return nextStep?.code === "authority-ended"
    ? "not entitled any more"
    : holdingStatusWords[status].toLowerCase();
}
