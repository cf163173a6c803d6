import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { getSubjectOf } from "@/lib/people/directory/queries";
import { listSettings } from "@/lib/people/places/queries";
import { recordView } from "@/lib/people/record-views/commands";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { maySuspend } from "@/lib/sign-off/policy";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { RestrictForm } from "./restrict-form";

interface Props {
  params: Promise<{ ods: string; staffId: string; competencyId: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods, staffId, competencyId } = await params;
  const actor = await requireActor(ods);
  const on = londonDate(now());
  const record = await getCompetencyRecord(actor, soundId(staffId), soundId(competencyId), on);
  const { person, version, signed } = record;
  const { teamIds } = await getSubjectOf(actor, person.id, on);
  authorise(maySuspend(actor, { ownerId: person.id, teamIds }));
  await recordView(await requestContext(actor), person.id);
  const settings = await listSettings(actor);
  const sites = new Map(settings.map(({ siteId, siteName }) => [siteId, siteName]));
  return (
    <>
      <PageTitle>{`${version.title} – restrict to named limits`}</PageTitle>
      <BackLink href={trustPath(actor, "people", person.id, "competencies", version.competencyId)}>
        Back to the competency
      </BackLink>
      <PageHeading caption={`${person.name}: ${version.title}`}>Restrict to named limits</PageHeading>
      <RestrictForm
        actor={actor}
        person={person}
        competencyId={version.competencyId}
        sites={[...sites].map(([value, label]) => ({ value, label }))}
        equipment={signed?.equipment.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
    </>
  );
});
