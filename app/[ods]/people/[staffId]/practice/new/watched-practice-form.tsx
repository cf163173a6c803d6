import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/auth/actor";
import { fittingEquipment } from "@/lib/evidence/places/rules";
import { listLastUsed, listPractisedOn } from "@/lib/evidence/practice/choices/queries";
import { practisedAmong } from "@/lib/evidence/practice/choices/rules";
import { proposePractice } from "@/lib/evidence/practice/rules";
import { listEquipment, listSettings } from "@/lib/people/places/queries";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { Missing } from "../../../../practice/_form/missing";
import { PracticeFields } from "../../../../practice/_form/practice-fields";
import { newPractice } from "../../../../practice/_form/start";
import { watchedWording } from "../../../../practice/_form/wording";
import { recordWatchedAction } from "./actions";

interface Props {
  actor: Actor;
  ownerId: string;
  competencyId: string;
}

/** A supervisor records what they watched: recorded and confirmed in one. */
export async function WatchedPracticeForm({ actor, ownerId, competencyId }: Props) {
  const on = londonDate(now());
  const [record, settings, allEquipment, lastUsed, practisedOn] = await Promise.all([
    getCompetencyRecord(actor, ownerId, competencyId, on),
    listSettings(actor),
    listEquipment(actor, on),
    listLastUsed(actor, ownerId, on),
    listPractisedOn(actor, competencyId),
  ]);
  const { person, version, standing } = record;
  const rule = version.rule.practice;
  const equipment = fittingEquipment(rule, allEquipment, settings);
  const proposed = proposePractice(
    { id: competencyId, rule, progress: standing.progress },
    { settings, equipment: practisedAmong(equipment, practisedOn), observers: [] },
    lastUsed,
  );
  return (
    <>
      <PageTitle>{`${version.title} – record practice that you watched`}</PageTitle>
      <BackLink href={trustPath(actor, "people", person.id, "practice", "new")}>
        Choose another competency
      </BackLink>
      <PageHeading caption={`Record practice of ${person.name} that you watched`}>
        {version.title}
      </PageHeading>
      <Missing progress={standing.progress} />
      <ActionForm
        action={recordWatchedAction.bind(null, actor.ods)}
        checkedAs="watched-practice"
        {...(await formStart(actor))}
      >
        <input type="hidden" name="staffId" value={person.id} />
        <PracticeFields
          competencyId={competencyId}
          rule={rule}
          places={{ settings, equipment, lastUsed, practisedOn }}
          start={newPractice(proposed, on)}
          wording={watchedWording}
        />
        <p>
          Saving confirms it: you say that you watched {person.name} do this. It can’t be changed afterwards.
        </p>
        <SubmitButton>Confirm and save</SubmitButton>
      </ActionForm>
    </>
  );
}
