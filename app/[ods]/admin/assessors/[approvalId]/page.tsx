import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { getApproval } from "@/lib/competencies/assessors/queries";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { EndForm } from "../../end-form";
import { endApprovalAction } from "../actions";

interface Props {
  params: Promise<{ ods: string; approvalId: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods, ...given } = await params;
  const approvalId = soundId(given.approvalId);
  const actor = await requireActor(ods);
  const today = londonDate(now());
  const { id, name, scope, competencyCode, validFrom } = await getApproval(actor, approvalId, today);
  return (
    <>
      <BackLink href={trustPath(actor, "admin", "assessors")}>Assessors</BackLink>
      <PageHeading>End an approval</PageHeading>
      <SummaryList
        rows={[
          { key: "Assessor", value: name },
          { key: "May assess", value: competencyCode ? scope : `All of ${scope}` },
          { key: "Since", value: formatDate(validFrom) },
        ]}
      />
      <EndForm
        action={endApprovalAction.bind(null, ods)}
        start={await formStart(actor)}
        id={id}
        today={today}
        button="End approval"
      />
    </>
  );
}, "End an approval");
