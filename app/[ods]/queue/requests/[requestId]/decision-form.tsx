import type { ReactNode } from "react";
import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import type { DecisionPage } from "@/lib/sign-off/decision/queries";
import { checkSentence } from "@/lib/sign-off/decision/words";
import { outcomeWords, signatureStatement } from "@/lib/sign-off/words";
import type { Outcome } from "@/lib/sign-off/workflow";
import { decideAction } from "./actions";
import { FinalAssessmentField } from "./final-assessment-field";
import { Limits } from "./limits";

interface Props {
  ods: string;
  actor: Actor;
  page: DecisionPage;
  outcome: Outcome;
}

const buttons: Record<Outcome, string> = {
  approve: "Approve and sign",
  return: "Return and sign",
  decline: "Decline and sign",
};

/** One outcome, what signing it means, and proof of identity; the other outcomes are a link away. */
export async function DecisionForm({ ods, actor, page, outcome }: Props) {
  const { request, evidence } = page;
  return (
    <section aria-labelledby="decision">
      <h2 className="nhsuk-heading-m" id="decision">
        {outcomeWords[outcome].choice}
      </h2>
      <ActionForm
        action={decideAction.bind(null, ods)}
        checkedAs="decision"
        {...(await formStart(actor, `decision-${outcome}`))}
      >
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="seenVersion" value={request.version} />
        <input type="hidden" name="seenEvidenceHash" value={evidence.hash} />
        <input type="hidden" name="outcome" value={outcome} />
        {fieldsOf(outcome, page)}
        <h3 className="nhsuk-heading-s">What your signature means</h3>
        <InsetText>
          <p>{signatureStatement(outcome, request.ownerName, evidence.version.title)}</p>
        </InsetText>
        <PasswordInput
          name="password"
          label="Your password"
          hint="Each signature needs its own proof that it is you"
        />
        <SubmitButton>{buttons[outcome]}</SubmitButton>
      </ActionForm>
    </section>
  );
}

function fieldsOf(outcome: Outcome, page: DecisionPage): ReactNode {
  const { ownerName } = page.request;
  if (outcome === "decline") {
    return (
      <Textarea
        name="reason"
        label="Reason for declining"
        hint={`${ownerName} reads this. Give no patient details`}
      />
    );
  }
  if (outcome === "return") {
    return (
      <Textarea
        name="missing"
        label="What is missing"
        hint={`${ownerName} sees this first when they next sign in. Give no patient details`}
        defaultValue={missingFrom(page)}
      />
    );
  }
  return (
    <>
      <input type="hidden" name="finalAssessment" value={page.evidence.version.rule.finalAssessment} />
      <Limits evidence={page.evidence} />
      <FinalAssessmentField page={page} />
    </>
  );
}

/** What the rules already find missing, to begin with; nothing while the signer has practice to confirm. */
function missingFrom({ checks, toConfirm }: DecisionPage): string {
  if (toConfirm.length > 0) return "";
  return checks
    .filter(({ rule, met }) => rule === 3 && !met)
    .map((check) => `${checkSentence(check)}.`)
    .join("\n");
}
