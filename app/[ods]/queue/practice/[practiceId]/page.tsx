import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { PageTitle } from "@/components/layout/page-title";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/auth/actor";
import { mayConfirm, mayWithdraw } from "@/lib/evidence/policy";
import { getPractice, type PracticeRow } from "@/lib/evidence/practice/queries";
import { practiceStateSentences } from "@/lib/evidence/words";
import { canTakePractice } from "@/lib/evidence/workflow";
import { recordView } from "@/lib/people/record-views/commands";
import { londonDate } from "@/lib/platform/dates";
import { WayBack } from "../../way-back";
import { answerPracticeAction } from "./actions";
import { PracticeSummary } from "./practice-summary";

interface Props {
  params: Promise<{ ods: string; practiceId: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods, practiceId } = await params;
  const actor = await requireActor(ods);
  const ctx = await requestContext(actor);
  const practice = await getPractice(actor, soundId(practiceId), londonDate(ctx.now));
  await recordView(ctx, practice.staffId);
  const subject = { ownerId: practice.staffId, observerId: practice.observerId };
  const answerable = mayConfirm(actor, subject).allowed && canTakePractice("confirm", practice.state);
  const withdrawable =
    practice.state === "confirmed" && mayWithdraw(actor, { ...subject, state: practice.state }).allowed;
  return (
    <>
      <PageTitle>{`${practice.competencyTitle} – supervised practice`}</PageTitle>
      <WayBack actor={actor} record={practice} namedId={practice.observerId} />
      <PageHeading caption={`Supervised practice of ${practice.ownerName}`}>
        {practice.competencyTitle}
      </PageHeading>
      <PracticeSummary practice={practice} />
      {answerable ? (
        <AnswerForm ods={ods} actor={actor} practice={practice} />
      ) : (
        <p>{practiceStateSentences[practice.state]}.</p>
      )}
      {withdrawable && (
        <p>
          <a href={trustPath(actor, "queue", "practice", practice.id, "withdrawal")}>
            Withdraw this practice
          </a>
        </p>
      )}
    </>
  );
});

interface FormProps {
  ods: string;
  actor: Actor;
  practice: PracticeRow;
}

async function AnswerForm({ ods, actor, practice }: FormProps) {
  return (
    <>
      {practice.state === "lapsed" && (
        <InsetText>
          <p>
            The time limit for confirming has passed. You can still answer: your answer is marked as late.
          </p>
        </InsetText>
      )}
      <ActionForm action={answerPracticeAction.bind(null, ods)} {...(await formStart(actor))}>
        <input type="hidden" name="practiceId" value={practice.id} />
        <p>
          By confirming you say that you watched {practice.ownerName} do this, as it is described here. Once
          confirmed it can’t be changed.
        </p>
        <SubmitButton name="answer" value="confirm">
          Confirm
        </SubmitButton>
        <h2 className="nhsuk-heading-m">If you can’t confirm it</h2>
        <Textarea
          name="reason"
          label="Reason"
          hint={`${practice.ownerName} reads this. Give no patient details`}
          rows={3}
        />
        <SubmitButton variant="secondary" name="answer" value="refuse">
          Do not confirm
        </SubmitButton>
      </ActionForm>
    </>
  );
}
