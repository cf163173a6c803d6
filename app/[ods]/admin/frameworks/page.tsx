import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { guardPage } from "@/app/_server/page-guard";
import { ActionForm } from "@/components/forms/action-form";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { listFrameworks, listReferenceFrameworks } from "@/lib/competencies/frameworks/queries";
import { mayAdoptFrameworks } from "@/lib/people/policy";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { adoptFrameworkAction } from "./actions";

interface Props {
  params: Promise<{ ods: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods } = await params;
  const actor = await requireActor(ods);
  authorise(mayAdoptFrameworks(actor));
  const adopted = await listFrameworks(actor, londonDate(now()));
  const offered = (await listReferenceFrameworks(actor)).filter((framework) => !framework.adopted);
  return (
    <>
      <BackLink href={trustPath(actor, "admin")}>Set-up</BackLink>
      <PageHeading>Frameworks</PageHeading>
      <h2 className="nhsuk-heading-m">In your trust</h2>
      {adopted.length === 0 && <EmptyState heading="Your trust has not adopted a framework yet" />}
      <ul className="nhsuk-list">
        {adopted.map(({ id, title, versionNumber, validFrom, competencyCount }) => (
          <li key={id}>
            <a href={trustPath(actor, "admin", "frameworks", id)}>{title}</a>
            <br />
            Version {versionNumber}, in force since {formatDate(validFrom)}, {competencyCount} competencies
          </li>
        ))}
      </ul>
      {offered.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Adopt a reference framework</h2>
          <p>Your trust gets a copy of its own, in force from today.</p>
          <ActionForm action={adoptFrameworkAction.bind(null, ods)} {...(await formStart(actor))}>
            <Radios
              name="frameworkCode"
              legend="Which framework?"
              options={offered.map(({ code, title, description, competencyCount }) => ({
                value: code,
                label: title,
                hint: `${competencyCount} competencies. ${description}`,
              }))}
            />
            <SubmitButton>Adopt framework</SubmitButton>
          </ActionForm>
        </>
      )}
    </>
  );
}, "Frameworks");
