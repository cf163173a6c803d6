import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { getException } from "@/lib/sign-off/exception/queries";
import { EndForm } from "../../end-form";
import { endExceptionAction } from "../actions";

interface Props {
  params: Promise<{ ods: string; exceptionId: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods, exceptionId } = await params;
  const actor = await requireActor(ods);
  const today = londonDate(now());
  const { id, name, competencyTitle, reason, validFrom } = await getException(
    actor,
    soundId(exceptionId),
    today,
  );
  return (
    <>
      <BackLink href={trustPath(actor, "admin", "exceptions")}>Exceptions</BackLink>
      <PageHeading>End an exception</PageHeading>
      <SummaryList
        rows={[
          { key: "Person", value: name },
          { key: "Competency", value: competencyTitle },
          { key: "Reason", value: reason },
          { key: "Since", value: formatDate(validFrom) },
        ]}
      />
      <p>What was signed under it stands.</p>
      <EndForm
        action={endExceptionAction.bind(null, ods)}
        start={await formStart(actor)}
        id={id}
        today={today}
        button="End exception"
      />
    </>
  );
}, "End an exception");
