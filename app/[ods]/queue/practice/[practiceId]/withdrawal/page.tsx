import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { mayWithdraw } from "@/lib/evidence/policy";
import { getPractice } from "@/lib/evidence/practice/queries";
import { practiceStateSentences } from "@/lib/evidence/words";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { withdrawPracticeAction } from "../actions";

interface Props {
  params: Promise<{ ods: string; practiceId: string }>;
}

/** Confirmed practice never changes: its observer or the lead withdraws it, with a reason. */
export default guardPage(async ({ params }: Props) => {
  const { ods, practiceId } = await params;
  const actor = await requireActor(ods);
  const practice = await getPractice(actor, soundId(practiceId), londonDate(now()));
  const { staffId: ownerId, observerId, state } = practice;
  if (state === "confirmed") authorise(mayWithdraw(actor, { ownerId, observerId, state }));
  return (
    <>
      <PageTitle>{`${practice.competencyTitle} – withdraw practice`}</PageTitle>
      <BackLink href={trustPath(actor, "queue", "practice", practice.id)}>Back to the practice</BackLink>
      <PageHeading caption={`${practice.ownerName}, ${formatDate(practice.performedOn)}`}>
        Withdraw practice of “{practice.competencyTitle}”
      </PageHeading>
      {state === "confirmed" ? (
        <ActionForm action={withdrawPracticeAction.bind(null, ods)} {...(await formStart(actor))}>
          <p>It stays in the record, marked as withdrawn with your reason, and counts no longer.</p>
          <input type="hidden" name="practiceId" value={practice.id} />
          <Textarea
            name="reason"
            label="Reason"
            hint={`${practice.ownerName} reads this. Give no patient details`}
          />
          <SubmitButton variant="warning">Withdraw this practice</SubmitButton>
        </ActionForm>
      ) : (
        <p>{practiceStateSentences[state]}.</p>
      )}
    </>
  );
});
