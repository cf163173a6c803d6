import type { ReactNode } from "react";
import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { formatDate } from "@/lib/platform/dates";
import type { AuthorityStatus } from "@/lib/sign-off/authority/rules";
import { authorityWords } from "@/lib/sign-off/authority/words";
import { type HoldingStatus, isHeld } from "@/lib/sign-off/holding/status/rules";
import { holderWords, nextStepSentence } from "@/lib/sign-off/next-step/words";
import type { Standing } from "@/lib/sign-off/record/rules";
import { StandingTag } from "./standing-tag";

interface Props {
  standing: Standing;
  /** Whose record it is, where somebody else is looking. */
  person?: string;
  /** What the reader can do about the next step. */
  children?: ReactNode;
}

/** Where somebody stands with a competency, the one next step, and who holds it. */
export function StandingPanel({ standing, person, children }: Props) {
  const { authority, nextStep } = standing;
  const rows: SummaryRow[] = [
    {
      key: "Status",
      value: (
        <>
          <StandingTag standing={standing} /> {datedSentence(standing)}
        </>
      ),
    },
  ];
  // The status says it already.
  const said = isHeld(standing.status) && authority === "not-entitled";
  if (authority !== "not-needed" && !said) {
    rows.push({ key: "Authority", value: authoritySentence(standing, person) });
  }
  if (nextStep) {
    const { holder } = nextStep;
    rows.push(
      { key: "Next step", value: nextStepSentence(nextStep, person) },
      { key: "Who holds it", value: person && holder === "you" ? person : holderName(standing, person) },
    );
  }
  return (
    <>
      <SummaryList rows={rows} />
      {children}
    </>
  );
}

function datedSentence({ status, expiresOn }: Standing): string {
  if (status === "suspended") return "Does not count while suspended";
  if (!expiresOn) return "";
  return status === "expired"
    ? `Was valid until ${formatDate(expiresOn)}`
    : `Valid until ${formatDate(expiresOn)}`;
}

/** Without a sign-off nothing may read as if there were one. */
function authoritySentence({ status, authority }: Standing, person?: string): string {
  if (status === "suspended" && authority === "entitled")
    return "Entitled, which does not count while suspended";
  if (isHeld(status) && authority === "not-accepted" && !person) {
    return "Signed off, not yet entitled: waiting for you to accept";
  }
  const unsigned: Partial<Record<AuthorityStatus, string>> = {
    "not-entitled": "Asked for after the sign-off: the employer’s authority",
    "not-accepted": "Authorised by the employer, not accepted yet",
  };
  if (isHeld(status)) return authorityWords[authority];
  if (authority === "entitled" && !underReview.includes(status)) {
    return "Entitled by the employer, which does not count without a valid sign-off";
  }
  return unsigned[authority] ?? authorityWords[authority];
}

/** Signed off, with something else in the way. */
const underReview: readonly HoldingStatus[] = ["suspended", "restricted"];

/** The holder's own name where the step knows it. */
function holderName({ nextStep }: Standing, person?: string): string {
  if (!nextStep) return "";
  const { holder, params } = nextStep;
  const { name, observerName } = params;
  if (holder === "supervisor" && typeof name === "string") {
    return person ? `${name}, who supervises ${person}` : `${name}, your supervisor`;
  }
  if (holder === "observer" && typeof observerName === "string") return `${observerName}, who watched`;
  return person && holder === "supervisor" ? `${person}’s supervisor` : holderWords[holder];
}
