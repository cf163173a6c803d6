import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { ButtonGroup } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/auth/actor";
import { fittingEquipment } from "@/lib/evidence/places/rules";
import { listLastUsed, listPracticeChoices, listPractisedOn } from "@/lib/evidence/practice/choices/queries";
import { practisedAmong } from "@/lib/evidence/practice/choices/rules";
import { getPractice } from "@/lib/evidence/practice/queries";
import { proposePractice } from "@/lib/evidence/practice/rules";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { Missing } from "../_form/missing";
import { ObserverField } from "../_form/observer-field";
import { PracticeFields } from "../_form/practice-fields";
import { newPractice, recordedPractice } from "../_form/start";
import { ownWording } from "../_form/wording";
import { recordAction } from "./actions";
import { AskToo } from "./ask-too";

interface Props {
  actor: Actor;
  competencyId: string;
  /** Earlier practice of one's own to begin from, such as one that was not confirmed. */
  fromId: string | null;
}

/** One page: what is likely is filled in, how it went is asked first. */
export async function NewPracticeForm({ actor, competencyId, fromId }: Props) {
  const on = londonDate(now());
  const subject = { staffId: actor.staffId, competencyId };
  const [record, choices, lastUsed, practisedOn, earlier] = await Promise.all([
    getCompetencyRecord(actor, actor.staffId, competencyId, on),
    listPracticeChoices(actor, on),
    listLastUsed(actor, actor.staffId, on),
    listPractisedOn(actor, subject.competencyId),
    fromId ? getPractice(actor, fromId, on) : null,
  ]);
  const { version, standing } = record;
  const rule = version.rule.practice;
  const lists = { ...choices, equipment: fittingEquipment(rule, choices.equipment, choices.settings) };
  const proposed = proposePractice(
    { id: competencyId, rule, progress: standing.progress },
    { ...lists, equipment: practisedAmong(lists.equipment, practisedOn) },
    lastUsed,
  );
  const isOwn = earlier?.staffId === actor.staffId && earlier.competencyId === competencyId;
  const start = earlier && isOwn ? recordedPractice(earlier) : newPractice(proposed, on);
  return (
    <>
      <PageTitle>{`${version.title} – record practice`}</PageTitle>
      <BackLink href={trustPath(actor, "practice", "new")}>Choose another competency</BackLink>
      <PageHeading caption="Record supervised practice">{version.title}</PageHeading>
      <Missing progress={standing.progress} />
      <ActionForm
        action={recordAction.bind(null, actor.ods)}
        checkedAs="practice"
        {...(await formStart(actor))}
      >
        <PracticeFields
          competencyId={competencyId}
          rule={rule}
          places={{ ...lists, lastUsed, practisedOn }}
          start={start}
          wording={ownWording}
          observer={<ObserverField observers={lists.observers} observerId={start.observerId} />}
        />
        <AskToo record={record} />
        <ButtonGroup>
          <SubmitButton name="intent" value="submit">
            Confirm and save
          </SubmitButton>
          <SubmitButton name="intent" value="draft" variant="secondary">
            Save as draft
          </SubmitButton>
        </ButtonGroup>
      </ActionForm>
    </>
  );
}
