import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { getSubjectOf } from "@/lib/people/directory/queries";
import { recordView } from "@/lib/people/record-views/commands";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { maySuspend } from "@/lib/sign-off/policy";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { SuspendForm } from "./suspend-form";

interface Props {
  params: Promise<{ ods: string; staffId: string; competencyId: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods, staffId, competencyId } = await params;
  const actor = await requireActor(ods);
  const on = londonDate(now());
  const { person, version } = await getCompetencyRecord(actor, soundId(staffId), soundId(competencyId), on);
  const { teamIds } = await getSubjectOf(actor, person.id, on);
  authorise(maySuspend(actor, { ownerId: person.id, teamIds }));
  await recordView(await requestContext(actor), person.id);
  return (
    <>
      <PageTitle>{`${version.title} – suspend pending review`}</PageTitle>
      <BackLink href={trustPath(actor, "people", person.id, "competencies", version.competencyId)}>
        Back to the competency
      </BackLink>
      <PageHeading caption={`${person.name}: ${version.title}`}>Suspend pending review</PageHeading>
      <SuspendForm ods={ods} actor={actor} person={person} competencyId={version.competencyId} />
    </>
  );
});
