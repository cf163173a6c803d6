import { trustPath } from "@/app/_server/addresses";
import { NotificationBanner } from "@/components/ui/notification-banner";
import type { Actor } from "@/lib/auth/actor";
import { formatDate } from "@/lib/platform/dates";
import type { DeclinedRequest } from "@/lib/sign-off/record/declined/queries";
import { Typed } from "../_record/typed";

/** What was declined lately, with the reason, until the person asks again. */
export function DeclinedRequests({
  actor,
  declined,
}: {
  actor: Actor;
  declined: readonly DeclinedRequest[];
}) {
  return declined.map(
    ({ requestId, competencyId, competencyTitle, declinedOn, byName, capacity, reason }) => (
      <NotificationBanner key={requestId} heading={`“${competencyTitle}” was declined`}>
        <p>
          Declined on {formatDate(declinedOn)} by {byName} ({capacity}):
        </p>
        <Typed>{reason}</Typed>
        <p>
          <a
            className="nhsuk-notification-banner__link"
            href={trustPath(actor, "competencies", competencyId)}
          >
            See what comes next<span className="nhsuk-u-visually-hidden"> for “{competencyTitle}”</span>
          </a>
        </p>
      </NotificationBanner>
    ),
  );
}
