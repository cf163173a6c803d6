import { WarningCallout } from "@/components/ui/warning-callout";
import { holdingStatusWords, reviewNotice } from "@/lib/sign-off/holding/words";
import type { Review } from "@/lib/sign-off/record/review/queries";
import { Typed } from "./typed";

interface Props {
  review: Review | null;
  /** Whose record it is, where somebody else is looking; the person themselves is spoken to. */
  person?: string;
}

/** A suspension or restriction that stands: what holds meanwhile, and to the person who helps and what it is not. */
export function ReviewNotice({ review, person }: Props) {
  if (!review) return null;
  const { kind, limits, reason, incidentReference } = review;
  return (
    <WarningCallout heading={holdingStatusWords[kind]}>
      {!person && reviewNotice(review).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {limits.length > 0 && (
        <>
          <p>{person ? "Until it is lifted:" : "Until then, keep to these limits:"}</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </>
      )}
      {reason && (
        <>
          <p>Reason:</p>
          <Typed>{reason}</Typed>
        </>
      )}
      {incidentReference && <p>Incident reference: {incidentReference}</p>}
      {person && !reason && <p>The reason is for the person, their manager and whoever reviews it.</p>}
    </WarningCallout>
  );
}
