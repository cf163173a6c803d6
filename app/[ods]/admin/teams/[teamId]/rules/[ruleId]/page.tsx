import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { authorise } from "@/lib/auth/permission";
import { findTeamRule } from "@/lib/competencies/requirements/queries";
import { findTeam } from "@/lib/people/places/queries";
import { mayManageRequirements } from "@/lib/people/policy";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { EndForm } from "../../../../end-form";
import { endCoverAction, endRequirementAction } from "../../actions";

interface Props {
  params: Promise<{ ods: string; teamId: string; ruleId: string }>;
}

const kinds = {
  requirement: { heading: "End a requirement", button: "End requirement", action: endRequirementAction },
  cover: { heading: "End cover", button: "End cover", action: endCoverAction },
};

export default guardPage(async ({ params }: Props) => {
  const { ods, ...given } = await params;
  const teamId = soundId(given.teamId);
  const ruleId = soundId(given.ruleId);
  const actor = await requireActor(ods);
  authorise(mayManageRequirements(actor, teamId));
  const today = londonDate(now());
  const team = (await findTeam(actor, teamId)) ?? notFound();
  const rule = (await findTeamRule(actor, teamId, ruleId, today)) ?? notFound();
  const { heading, button, action } = kinds[rule.kind];
  return (
    <>
      <BackLink href={trustPath(actor, "admin", "teams", teamId)}>{team.name}</BackLink>
      <PageHeading caption={team.name}>{heading}</PageHeading>
      <SummaryList
        rows={[
          { key: "Competency", value: rule.title },
          { key: "Since", value: formatDate(rule.validFrom) },
        ]}
      />
      <EndForm
        action={action.bind(null, ods)}
        start={await formStart(actor)}
        id={rule.id}
        teamId={teamId}
        today={today}
        button={button}
      />
    </>
  );
}, "End a requirement or cover");
