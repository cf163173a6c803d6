import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { authorise } from "@/lib/auth/permission";
import { mayCheckRegistrations } from "@/lib/people/policy";
import { isProfession } from "@/lib/people/registration-numbers";
import { getRegistration, type NamedRegistration } from "@/lib/people/registrations/queries";
import { onRecordSentence, professionWords, standingSentence } from "@/lib/people/words";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { RegistrationStandingTag } from "../registration-standing-tag";
import { CheckForm } from "./check-form";
import { ClearanceForm } from "./clearance-form";

interface Props {
  params: Promise<{ ods: string; registrationId: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods, ...given } = await params;
  const registrationId = soundId(given.registrationId);
  const actor = await requireActor(ods);
  const today = londonDate(now());
  const registration = await getRegistration(actor, registrationId, today);
  authorise(mayCheckRegistrations(actor, registration.staffId));
  const { standing, check, name } = registration;
  return (
    <>
      <BackLink href={trustPath(actor, "admin", "registrations")}>Registrations</BackLink>
      <PageHeading caption={name}>Record a check</PageHeading>
      <SummaryList rows={summary(registration)} />
      <OnRecord check={check} />
      <CheckForm
        ods={ods}
        start={await formStart(actor, "check")}
        id={registration.id}
        today={today}
        lastClean={check?.outcome === "registered"}
      />
      {standing === "conditional" && check && (
        <ClearanceForm ods={ods} start={await formStart(actor, "clearance")} check={check} />
      )}
    </>
  );
}, "Record a check");

/** A check replaces what stands, so whoever records one first reads what that is. */
function OnRecord({ check }: Pick<NamedRegistration, "check">) {
  if (!check || check.outcome === "registered") return null;
  return (
    <InsetText>
      <p>{onRecordSentence(check)}</p>
    </InsetText>
  );
}

function summary({ body, profession, number, standing, check }: NamedRegistration) {
  return [
    { key: "Profession", value: isProfession(profession) ? professionWords[profession] : profession },
    { key: "Number", value: `${body} ${number}` },
    {
      key: "Standing",
      value: (
        <>
          <RegistrationStandingTag standing={standing} />
          <p className="nhsuk-u-margin-top-2 nhsuk-u-margin-bottom-0">
            {standingSentence(standing, dayOf(standing, check))}
          </p>
        </>
      ),
    },
    ...(check?.conditions ? [{ key: "Conditions", value: check.conditions }] : []),
  ];
}

function dayOf(standing: NamedRegistration["standing"], check: NamedRegistration["check"]): string | null {
  if (!check) return null;
  return standing === "lapsed" ? check.effectiveOn : check.nextCheckDueOn;
}
