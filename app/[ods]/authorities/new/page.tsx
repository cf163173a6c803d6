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
import { londonDate } from "@/lib/platform/dates";
import { mayGrantEntitlement } from "@/lib/sign-off/policy";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { AuthorityList } from "../../_record/authority-list";
import { StandingPanel } from "../../_record/standing-panel";
import { GrantForm } from "./grant-form";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** For the employer, by a named authoriser, never for oneself. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  const ctx = await requestContext(actor);
  const on = londonDate(ctx.now);
  const query = await searchParams;
  const [ownerId, competencyId] = [soundId(String(query.person)), soundId(String(query.competency))];
  const record = await getCompetencyRecord(actor, ownerId, competencyId, on);
  const { teamIds } = await getSubjectOf(actor, ownerId, on);
  authorise(mayGrantEntitlement(actor, { ownerId, teamIds }));
  await recordView(ctx, ownerId);
  const { person, version, standing } = record;
  return (
    <>
      <PageTitle>{`${version.title} – grant authority`}</PageTitle>
      <BackLink href={trustPath(actor, "authorities")}>Back to who waits for authority</BackLink>
      <PageHeading caption={`Grant authority to ${person.name}`}>{version.title}</PageHeading>
      <StandingPanel standing={standing} person={person.name} />
      <AuthorityList authorities={record.authorities} />
      <GrantForm actor={actor} record={record} today={on} />
    </>
  );
});
