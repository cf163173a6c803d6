import { trustPath } from "@/app/_server/addresses";
import { NotificationBanner } from "@/components/ui/notification-banner";
import type { Actor } from "@/lib/auth/actor";
import type { RecordItem } from "@/lib/sign-off/record/queries";

/** A returned request comes before everything else, with what is missing. */
export function ReturnedRequests({ actor, items }: { actor: Actor; items: readonly RecordItem[] }) {
  return items.map(({ competencyId, title, standing, request }) => {
    const missing = standing.nextStep?.params.missing;
    return (
      <NotificationBanner key={competencyId} heading={`“${title}” came back to you`}>
        {typeof missing === "string" && <p>What is missing: {missing}</p>}
        {request && (
          <p>
            <a className="nhsuk-notification-banner__link" href={trustPath(actor, "requests", request.id)}>
              Answer the return<span className="nhsuk-u-visually-hidden"> of “{title}”</span>
            </a>
          </p>
        )}
      </NotificationBanner>
    );
  });
}
