import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { queryId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { listCompetencies } from "@/lib/competencies/queries";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { listLearners } from "@/lib/sign-off/exception/queries";
import { approveExceptionAction } from "../actions";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods } = await params;
  const actor = await requireActor(ods);
  const query = await searchParams;
  const today = londonDate(now());
  const learners = await listLearners(actor, today);
  const competencies = await listCompetencies(actor, today);
  return (
    <>
      <BackLink href={trustPath(actor, "admin", "exceptions")}>Exceptions</BackLink>
      <PageHeading>Approve an exception</PageHeading>
      <p>It does not count where you sign yourself, and you can’t approve one for yourself.</p>
      <ActionForm action={approveExceptionAction.bind(null, ods)} {...(await formStart(actor))}>
        <Select
          name="staffId"
          label="For whom?"
          placeholder="Select a person"
          defaultValue={queryId(query.person) ?? ""}
          options={learners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="competencyId"
          label="For which competency?"
          hint="High-risk competencies only: others need no second observer"
          placeholder="Select a competency"
          defaultValue={queryId(query.competency) ?? ""}
          options={competencies
            .filter(({ riskLevel }) => riskLevel === "high")
            .map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        />
        <Textarea
          name="reason"
          label="Why can nobody else watch?"
          hint="It is printed on the signature. Give no patient details"
          rows={3}
        />
        <DateField name="lastDay" legend="Last day of the exception" />
        <SubmitButton>Approve exception</SubmitButton>
      </ActionForm>
    </>
  );
}, "Approve an exception");
