import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { ButtonGroup } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { fittingEquipment } from "@/lib/evidence/places/rules";
import { mayCorrect } from "@/lib/evidence/policy";
import { listLastUsed, listPracticeChoices, listPractisedOn } from "@/lib/evidence/practice/choices/queries";
import { getPractice } from "@/lib/evidence/practice/queries";
import { canTakePractice } from "@/lib/evidence/workflow";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { ObserverField } from "../../_form/observer-field";
import { PracticeFields } from "../../_form/practice-fields";
import { recordedPractice } from "../../_form/start";
import { ownWording } from "../../_form/wording";
import { correctAction } from "./actions";

interface Props {
  params: Promise<{ ods: string; practiceId: string }>;
}

/** Practice that nobody has answered yet, in the form that recorded it. */
export default guardPage(async ({ params }: Props) => {
  const { ods, practiceId } = await params;
  const actor = await requireActor(ods);
  const on = londonDate(now());
  const practice = await getPractice(actor, soundId(practiceId), on);
  const { state, staffId: ownerId, competencyId } = practice;
  const open = canTakePractice("correct", state) || canTakePractice("submit", state);
  if (!open || !mayCorrect(actor, { ownerId }).allowed) notFound();
  const [{ version }, choices, lastUsed, practisedOn] = await Promise.all([
    getCompetencyRecord(actor, ownerId, competencyId, on),
    listPracticeChoices(actor, on),
    listLastUsed(actor, ownerId, on),
    listPractisedOn(actor, competencyId),
  ]);
  const rule = version.rule.practice;
  const lists = { ...choices, equipment: fittingEquipment(rule, choices.equipment, choices.settings) };
  return (
    <>
      <PageTitle>{`${version.title} – correct practice`}</PageTitle>
      <BackLink href={trustPath(actor, "practice", practice.id)}>The practice as it is now</BackLink>
      <PageHeading caption={state === "draft" ? "Finish a draft" : "Correct supervised practice"}>
        {version.title}
      </PageHeading>
      <p>The person who watched is asked to confirm it as it stands after this.</p>
      <ActionForm
        action={correctAction.bind(null, actor.ods)}
        checkedAs="practice"
        {...(await formStart(actor))}
      >
        <input type="hidden" name="practiceId" value={practice.id} />
        <PracticeFields
          competencyId={competencyId}
          rule={rule}
          places={{ ...lists, lastUsed, practisedOn }}
          start={recordedPractice(practice)}
          wording={ownWording}
          observer={<ObserverField observers={lists.observers} observerId={practice.observerId} />}
        />
        <ButtonGroup>
          <SubmitButton name="intent" value="submit">
            Confirm and save
          </SubmitButton>
          {state === "draft" && (
            <SubmitButton name="intent" value="draft" variant="secondary">
              Keep as draft
            </SubmitButton>
          )}
        </ButtonGroup>
      </ActionForm>
    </>
  );
});
