import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { BackLink } from "@/components/ui/back-link";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import type { Actor } from "@/lib/auth/actor";
import { practiceNeedsSentence } from "@/lib/evidence/words";
import { listEquipment, listSettings } from "@/lib/people/places/queries";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { recordWatchedAction } from "./actions";
import { WatchedPracticeFields } from "./watched-practice-fields";

interface Props {
  actor: Actor;
  ownerId: string;
  competencyId: string;
}

/** A supervisor records what they watched: recorded and confirmed in one. */
export async function WatchedPracticeForm({ actor, ownerId, competencyId }: Props) {
  const on = londonDate(now());
  const [record, settings, equipment] = await Promise.all([
    getCompetencyRecord(actor, ownerId, competencyId, on),
    listSettings(actor),
    listEquipment(actor, on),
  ]);
  const { person, version, standing } = record;
  const missing = standing.progress.needs.filter(({ met }) => !met);
  return (
    <>
      <BackLink href={trustPath(actor, "people", person.id, "practice", "new")}>
        Choose another competency
      </BackLink>
      <PageHeading caption={`Record practice of ${person.name} that you watched`}>
        {version.title}
      </PageHeading>
      {missing.length > 0 && (
        <InsetText>
          <p>Still missing: {practiceNeedsSentence(missing)}.</p>
        </InsetText>
      )}
      <ActionForm
        action={recordWatchedAction.bind(null, actor.ods)}
        checkedAs="watched-practice"
        {...(await formStart(actor))}
      >
        <input type="hidden" name="staffId" value={person.id} />
        <input type="hidden" name="competencyId" value={competencyId} />
        <WatchedPracticeFields
          rule={version.rule.practice}
          today={on}
          settings={settings}
          equipment={equipment}
        />
        <p>
          Saving confirms it: you say that you watched {person.name} do this. It can’t be changed afterwards.
        </p>
        <SubmitButton>Confirm and save</SubmitButton>
      </ActionForm>
    </>
  );
}
