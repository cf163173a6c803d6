import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { authorise } from "@/lib/auth/permission";
import { listCompetencies } from "@/lib/competencies/queries";
import { listTeamRules } from "@/lib/competencies/requirements/queries";
import { findTeam, listJobRoles } from "@/lib/people/places/queries";
import { mayManageRequirements } from "@/lib/people/policy";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber, pageOf } from "@/lib/platform/pages";
import { DoneBanner } from "../../done-banner";
import { competencyOptions } from "../../options";
import { CoverForm } from "./cover-form";
import { RequirementForm } from "./requirement-form";
import { CoverTable, RequirementTable } from "./rule-tables";

interface Props {
  params: Promise<{ ods: string; teamId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, ...given } = await params;
  const teamId = soundId(given.teamId);
  const actor = await requireActor(ods);
  authorise(mayManageRequirements(actor, teamId));
  const today = londonDate(now());
  const team = (await findTeam(actor, teamId)) ?? notFound();
  const { requirements, covers } = await listTeamRules(actor, teamId, today);
  const query = await searchParams;
  const asked = pageOf(requirements, pageNumber(query.page));
  const competencies = competencyOptions(
    await listCompetencies(actor, today),
    requirements.map(({ competencyId }) => competencyId),
  );
  const jobRoles = (await listJobRoles(actor)).map(({ id, title }) => ({ value: id, label: title }));
  const base = trustPath(actor, "admin", "teams", teamId);
  const form = { ods, teamId, today, competencies };
  return (
    <>
      <BackLink href={trustPath(actor, "admin", "teams")}>Teams</BackLink>
      <DoneBanner done={query.done} />
      <PageHeading caption={team.name}>Requirements and cover</PageHeading>
      <RequirementTable rows={asked.rows} base={base} />
      <Pagination page={asked.page} pages={asked.pages} />
      <CoverTable rows={covers} base={base} />
      <RequirementForm {...form} jobRoles={jobRoles} start={await formStart(actor, "requirement")} />
      <CoverForm {...form} start={await formStart(actor, "cover")} />
    </>
  );
}, "Requirements and cover");
