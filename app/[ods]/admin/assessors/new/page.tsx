import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { guardPage } from "@/app/_server/page-guard";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { listFrameworks } from "@/lib/competencies/frameworks/queries";
import { listCompetencies } from "@/lib/competencies/queries";
import { mayApproveAssessors } from "@/lib/people/policy";
import { listRegistrants } from "@/lib/people/registrations/queries";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { competencyOptions, registrantOptions } from "../../options";
import { approveAssessorAction } from "../actions";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods } = await params;
  const actor = await requireActor(ods);
  authorise(mayApproveAssessors(actor));
  const today = londonDate(now());
  const [registrants, frameworks, competencies] = await Promise.all([
    listRegistrants(actor, today),
    listFrameworks(actor, today),
    listCompetencies(actor, today),
  ]);
  const { competency } = await searchParams;
  return (
    <>
      <BackLink href={trustPath(actor, "admin", "assessors")}>Assessors</BackLink>
      <PageHeading>Approve an assessor</PageHeading>
      <ActionForm action={approveAssessorAction.bind(null, ods)} {...(await formStart(actor))}>
        <Select
          name="staffId"
          label="Who is to assess?"
          hint="Somebody whose registration is not in order can be approved, and can’t sign until it is"
          placeholder="Select a person"
          options={registrantOptions(registrants.filter(({ id }) => id !== actor.staffId))}
        />
        <Select
          name="frameworkId"
          label="A whole framework"
          placeholder="No framework"
          options={frameworks.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Select
          name="competencyId"
          label="Or one competency"
          placeholder="No single competency"
          defaultValue={typeof competency === "string" ? competency : undefined}
          options={competencyOptions(competencies)}
        />
        <DateField name="validFrom" legend="From" defaultValue={today} />
        <DateField
          name="validUntil"
          legend="Until (optional)"
          hint="The first day on which the approval no longer holds"
        />
        <SubmitButton>Approve assessor</SubmitButton>
      </ActionForm>
    </>
  );
}, "Approve an assessor");
