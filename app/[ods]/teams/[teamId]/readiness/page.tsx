import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { namesIn } from "@/lib/readiness/attention/words";
import { getTeamReadiness } from "@/lib/readiness/queries";
import { askedOf, queryOf, type SearchParams, withQuery } from "../as-at";
import { AttentionList } from "./attention-list";
import { CoverTable } from "./cover-table";
import { DateForm, DayShown } from "./date-form";
import { ExpiringSection } from "./expiring-section";
import { MatrixTable, matrixPageSize } from "./matrix-table";
import { NearbyTeams } from "./nearby-teams";

export const metadata: Metadata = { title: "Readiness of a team" };

interface Props {
  params: Promise<{ ods: string; teamId: string }>;
  searchParams: Promise<SearchParams>;
}

/** Who can do what in a team on a day: what needs attention first, then the matrix, cover and what runs out. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, teamId } = await params;
  const query = await searchParams;
  const actor = await requireActor(ods);
  const asked = askedOf(query, londonDate(now()));
  const team = await getTeamReadiness(actor, soundId(teamId), asked.on, asked.knownAt);
  const { readiness, columns } = team;
  const names = namesIn(team);
  const path = (...segments: string[]) => trustPath(actor, "teams", team.team.id, ...segments);
  const pages = Math.ceil(readiness.rows.length / matrixPageSize);
  const page = Math.min(pageNumber(query.page), Math.max(pages, 1));
  return (
    <>
      <Breadcrumbs items={[{ text: "Teams", href: trustPath(actor, "teams") }]} />
      <PageHeading caption={team.team.name}>Readiness on {formatDate(asked.on)}</PageHeading>
      <DayShown asked={asked} path={path("readiness")} />
      <DateForm asked={asked} />
      {columns.length === 0 ? (
        <EmptyState heading="Nothing is asked of this team on this day">
          <p>The education lead sets what a team requires and the cover that it needs.</p>
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="attention">
            <h2 className="nhsuk-heading-m" id="attention">
              What needs attention
            </h2>
            <AttentionList readiness={readiness} names={names} />
          </section>
          {columns.some(({ productDefaults }) => productDefaults) && (
            <InsetText>
              <p>
                Validity and practice rules of these competencies are product defaults, for clinical review by
                your trust.
              </p>
            </InsetText>
          )}
          <section aria-labelledby="matrix">
            <h2 className="nhsuk-heading-m" id="matrix">
              Skills matrix
            </h2>
            {readiness.rows.length === 0 ? (
              <EmptyState heading="Nobody is in this team on this day" />
            ) : (
              <MatrixTable ods={actor.ods} team={team} page={page} />
            )}
            <Pagination page={page} pages={pages} query={queryOf(asked)} />
          </section>
          <section aria-labelledby="cover">
            <h2 className="nhsuk-heading-m" id="cover">
              Cover
            </h2>
            {readiness.cover.length === 0 ? (
              <EmptyState heading="No cover is set for this team" />
            ) : (
              <CoverTable cover={readiness.cover} names={names} />
            )}
          </section>
          <section aria-labelledby="expiring">
            <h2 className="nhsuk-heading-m" id="expiring">
              Sign-offs that run out
            </h2>
            <ExpiringSection
              ods={actor.ods}
              expiring={readiness.expiring}
              names={names}
              hrefOf={(days) => withQuery(path("expiring"), { ...queryOf(asked), within: days })}
            />
          </section>
        </>
      )}
      <NearbyTeams actor={actor} parent={team.parent} subTeams={team.subTeams} query={queryOf(asked)} />
    </>
  );
});
