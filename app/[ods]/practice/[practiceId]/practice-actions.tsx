import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { ButtonLink } from "@/components/ui/button";
import type { Actor } from "@/lib/auth/actor";
import { mayWithdraw } from "@/lib/evidence/policy";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { canTakePractice, type PracticeState } from "@/lib/evidence/workflow";
import { withdrawAction } from "./actions";

/** What its owner may do with this practice in its present state. */
export function PracticeActions({ actor, practice }: { actor: Actor; practice: PracticeRow }) {
  const { id, state, staffId: ownerId, observerId } = practice;
  const change = changes[state];
  const again = new URLSearchParams({ competency: practice.competencyId, from: id });
  const mayTakeBack =
    canTakePractice("withdraw", state) && mayWithdraw(actor, { ownerId, observerId, state }).allowed;
  return (
    <>
      {change && <ButtonLink href={trustPath(actor, "practice", id, "correction")}>{change}</ButtonLink>}
      {state === "not-confirmed" && (
        <ButtonLink href={`${trustPath(actor, "practice", "new")}?${again}`}>Record it again</ButtonLink>
      )}
      {mayTakeBack && <WithdrawForm actor={actor} practiceId={id} />}
    </>
  );
}

const changes: Partial<Record<PracticeState, string>> = {
  draft: "Finish and send",
  "awaiting-confirmation": "Correct it",
  lapsed: "Ask again",
};

async function WithdrawForm({ actor, practiceId }: { actor: Actor; practiceId: string }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Withdraw it</h2>
      <p>It stays in your timeline, marked as withdrawn. You can record it anew.</p>
      <ActionForm
        action={withdrawAction.bind(null, actor.ods)}
        idPrefix="withdraw"
        {...(await formStart(actor, "withdraw"))}
      >
        <input type="hidden" name="practiceId" value={practiceId} />
        <Textarea
          name="reason"
          label="Why, if you want to say"
          hint="No patient details: no names, numbers or dates of birth"
          rows={2}
        />
        <SubmitButton variant="secondary">Withdraw this practice</SubmitButton>
      </ActionForm>
    </>
  );
}
