import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { mayRecordTheory } from "@/lib/evidence/policy";
import { getSubjectOf } from "@/lib/people/directory/queries";
import { recordView } from "@/lib/people/record-views/commands";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { recordTheoryAction } from "../actions";

interface Props {
  params: Promise<{ ods: string; staffId: string; competencyId: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods, staffId, competencyId } = await params;
  const actor = await requireActor(ods);
  const on = londonDate(now());
  const record = await getCompetencyRecord(actor, soundId(staffId), soundId(competencyId), on);
  const { person, version, theory } = record;
  authorise(mayRecordTheory(actor, await getSubjectOf(actor, person.id, on)));
  await recordView(await requestContext(actor), person.id);
  const open = theory.filter(({ doneOn }) => doneOn === null);
  return (
    <>
      <PageTitle>{`${version.title} – record theory`}</PageTitle>
      <BackLink href={trustPath(actor, "people", person.id, "competencies", version.competencyId)}>
        Back to the competency
      </BackLink>
      <PageHeading caption={`${person.name}: ${version.title}`}>Record theory</PageHeading>
      <ActionForm action={recordTheoryAction.bind(null, ods)} {...(await formStart(actor))}>
        <input type="hidden" name="staffId" value={person.id} />
        <input type="hidden" name="competencyId" value={version.competencyId} />
        <Radios
          name="theoryItemId"
          legend={`What has ${person.name} completed?`}
          options={theory.map(({ id, name, doneOn }) => ({
            value: id,
            label: name,
            hint: doneOn ? `Done on ${formatDate(doneOn)}` : "Not done yet",
          }))}
          defaultValue={open.length === 1 ? open[0]?.id : undefined}
        />
        <DateField name="completedOn" legend="When did they complete it?" defaultValue={on} />
        <SubmitButton>Save</SubmitButton>
      </ActionForm>
    </>
  );
});
