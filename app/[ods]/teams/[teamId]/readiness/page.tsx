import { redirect } from "next/navigation";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { getTeamReadiness } from "@/lib/readiness/queries";
import { askedOf, queryOf, type SearchParams, withQuery } from "../as-at";
import { DateForm, DayShown, NoSuchDay } from "../date-form";
import { NearbyTeams } from "./nearby-teams";
import { ReadinessSections } from "./readiness-sections";

interface Props {
  params: Promise<{ ods: string; teamId: string }>;
  searchParams: Promise<SearchParams>;
}

/**
 * Who can do what in a team on a day: what needs attention first, then the matrix, cover and what runs out. Nothing of
 * today where another day was meant.
 */
export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, teamId } = await params;
  const query = await searchParams;
  const actor = await requireActor(ods);
  const asked = askedOf(query, londonDate(now()));
  const path = trustPath(actor, "teams", soundId(teamId), "readiness");
  if (asked.byForm && !asked.wrong) redirect(withQuery(path, { on: asked.on }));
  const team = await getTeamReadiness(actor, soundId(teamId), asked.on, asked.knownAt);
  const title = `${team.team.name} – readiness`;
  const breadcrumbs = <Breadcrumbs items={[{ text: "Teams", href: trustPath(actor, "teams") }]} />;
  if (asked.wrong) {
    return (
      <>
        <PageTitle wrong>{title}</PageTitle>
        {breadcrumbs}
        <PageHeading caption={team.team.name}>Readiness</PageHeading>
        <DateForm asked={asked} />
        <NoSuchDay path={path} />
      </>
    );
  }
  return (
    <>
      <PageTitle>{title}</PageTitle>
      {breadcrumbs}
      <PageHeading caption={team.team.name}>Readiness on {formatDate(asked.on)}</PageHeading>
      <DayShown asked={asked} path={path} />
      <DateForm asked={asked} />
      {team.columns.length === 0 ? (
        <EmptyState heading="Nothing is asked of this team on this day">
          <p>The education lead sets what a team requires and the cover that it needs.</p>
        </EmptyState>
      ) : (
        <ReadinessSections team={team} asked={asked} page={pageNumber(query.page)} actor={actor} />
      )}
      <NearbyTeams actor={actor} parent={team.parent} subTeams={team.subTeams} query={queryOf(asked)} />
    </>
  );
});
