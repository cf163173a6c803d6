import { trustPath } from "@/app/_server/addresses";
import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import { WarningCallout } from "@/components/ui/warning-callout";
import type { Actor } from "@/lib/auth/actor";
import { formatDate, formatDateTime } from "@/lib/platform/dates";
import { scopeSentences } from "@/lib/sign-off/holding/words";
import type { SignatureRow } from "@/lib/sign-off/signature/queries";
import { outcomeWords } from "@/lib/sign-off/words";
import { Typed } from "../_record/typed";
import { registered, SignatureDetails } from "./signature-details";

interface Props {
  actor: Actor;
  signature: SignatureRow;
  href?: string;
}

/** A decision as it was signed; hash and method stay behind "Signature details". */
export function DecisionSigned({ actor, signature, href }: Props) {
  const {
    outcome,
    signerName,
    signedAt,
    meaning,
    reason,
    demonstration,
    capacity,
    registration,
    expiresOn,
    scope,
  } = signature;
  const rows = [
    { key: "Signed by", value: signerName },
    { key: "Capacity", value: capacity.charAt(0).toUpperCase() + capacity.slice(1) },
    { key: "Registration on that day", value: registration ? registered(registration) : "None" },
    { key: "When", value: formatDateTime(signedAt) },
    { key: "What it means", value: meaning },
    { key: reasonKey(outcome), value: typed(reason) },
    { key: "Final assessment", value: assessment(actor, signature) },
    { key: "Limits", value: scopeSentences(scope).join(". ") },
    { key: "Valid until", value: expiresOn && formatDate(expiresOn) },
    { key: "Exception", value: exceptionSentence(signature) },
    {
      key: "Demonstration",
      value: demonstration ? "Signed in a demonstration trust: it proves nothing" : null,
    },
  ];
  return (
    <section aria-labelledby={`decision-${signature.id}`}>
      <h2 className="nhsuk-heading-m" id={`decision-${signature.id}`}>
        {headingOf(signature)}
      </h2>
      <VoidedNote signature={signature} />
      <SummaryList rows={rows.filter(({ value }) => value)} />
      <Details summary="Signature details">
        <SignatureDetails signature={signature} />
        {href && (
          <p>
            <a href={href}>See word for word what was shown</a>
          </p>
        )}
      </Details>
    </section>
  );
}

/** What the approval rests on: what was discussed, or the practice that the signer watched. */
function assessment(actor: Actor, signature: SignatureRow) {
  const { assessmentNote, assessmentPracticeId, assessedOn, assessedIn, assessedWith } = signature;
  if (assessmentNote) return <Typed>{assessmentNote}</Typed>;
  if (!assessmentPracticeId || !assessedOn) return null;
  return (
    <>
      Direct observation:{" "}
      <a href={trustPath(actor, "practice", assessmentPracticeId)}>practice of {formatDate(assessedOn)}</a>,{" "}
      {[assessedIn, assessedWith].filter(Boolean).join(", ")}
    </>
  );
}

/** An error is said at once, and never reads as something that was taken away. */
function VoidedNote({ signature: { voidedOn, voidedByName, voidedReason } }: { signature: SignatureRow }) {
  if (!voidedOn) return null;
  return (
    <WarningCallout heading="Why it does not count">
      <p>
        {voidedByName} marked this as signed in error on {formatDate(voidedOn)}. It counts as never signed,
        and says nothing about the person’s competence.
      </p>
      {voidedReason && <Typed>{voidedReason}</Typed>}
    </WarningCallout>
  );
}

function headingOf({ outcome, voidedOn }: SignatureRow): string {
  if (voidedOn) return "Signed in error, voided";
  return outcome ? outcomeWords[outcome].done : "Reinstated after reassessment";
}

function reasonKey(outcome: SignatureRow["outcome"]): string {
  if (!outcome) return "Reassessment";
  return outcome === "return" ? "What is missing" : "Reason";
}

function exceptionSentence(signature: SignatureRow): string | null {
  const { exceptionReason, exceptionApprovedByName, exceptionUntil } = signature;
  if (!exceptionReason) return null;
  const until = exceptionUntil ? `, before ${formatDate(exceptionUntil)}` : "";
  return `Only one person watched. Exception approved by ${exceptionApprovedByName}${until}: ${exceptionReason}`;
}

function typed(text: string | null) {
  return text && <Typed>{text}</Typed>;
}
