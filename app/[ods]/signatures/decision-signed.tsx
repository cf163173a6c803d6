import { Details } from "@/components/ui/details";
import { SummaryList } from "@/components/ui/summary-list";
import { formatDateTime } from "@/lib/platform/dates";
import type { SignatureRow } from "@/lib/sign-off/signature/queries";
import { outcomeWords } from "@/lib/sign-off/words";
import { Typed } from "../_record/typed";
import { SignatureDetails } from "./signature-details";

/** A decision as it was signed; hash and registration stay behind "Signature details". */
export function DecisionSigned({ signature, href }: { signature: SignatureRow; href?: string }) {
  const { outcome, signerName, signedAt, meaning, reason, assessmentNote, exceptionReason, demonstration } =
    signature;
  const rows = [
    { key: "Signed by", value: signerName },
    { key: "When", value: formatDateTime(signedAt) },
    { key: "What it means", value: meaning },
    { key: outcome === "return" ? "What is missing" : "Reason", value: typed(reason) },
    { key: "Final assessment", value: typed(assessmentNote) },
    {
      key: "Exception",
      value: exceptionReason && `Only one person watched. Approved exception: ${exceptionReason}`,
    },
    {
      key: "Demonstration",
      value: demonstration ? "Signed in a demonstration trust: it proves nothing" : null,
    },
  ];
  return (
    <section aria-labelledby={`decision-${signature.id}`}>
      <h2 className="nhsuk-heading-m" id={`decision-${signature.id}`}>
        {outcomeWords[outcome].done}
      </h2>
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

function typed(text: string | null) {
  return text && <Typed>{text}</Typed>;
}
