import { redirect } from "next/navigation";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { SubNav } from "@/components/ui/sub-nav";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { pageNumber, pageSize } from "@/lib/platform/pages";
import { namesIn } from "@/lib/readiness/attention/words";
import { getTeamReadiness } from "@/lib/readiness/queries";
import type { Readiness } from "@/lib/readiness/rules";
import { askedOf, queryOf, type SearchParams, withQuery } from "../as-at";
import { DateForm, NoSuchDay } from "../date-form";
import { ExpiringTable } from "../expiring-table";
import { namedExpiring } from "../named-expiring";

const title = "Sign-offs that run out";
const periods = ["30", "60", "90"] as const;

interface Props {
  params: Promise<{ ods: string; teamId: string }>;
  searchParams: Promise<SearchParams>;
}

/** Every sign-off of a team that runs out within 30, 60 or 90 days of a day; of none where there is no such day. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, teamId } = await params;
  const query = await searchParams;
  const actor = await requireActor(ods);
  const asked = askedOf(query, londonDate(now()));
  const within = periods.find((days) => days === query.within) ?? "30";
  const path = (segment: string) => trustPath(actor, "teams", soundId(teamId), segment);
  if (asked.byForm && !asked.wrong) redirect(withQuery(path("expiring"), { on: asked.on, within }));
  const team = await getTeamReadiness(actor, soundId(teamId), asked.on, asked.knownAt);
  const expiring = listOf(team.readiness)[within];
  const pages = Math.ceil(expiring.length / pageSize);
  const page = Math.min(pageNumber(query.page), Math.max(pages, 1));
  const day = queryOf(asked);
  const breadcrumbs = (
    <Breadcrumbs
      items={[
        { text: "Teams", href: trustPath(actor, "teams") },
        { text: `${team.team.name}: readiness`, href: withQuery(path("readiness"), day) },
      ]}
    />
  );
  if (asked.wrong) {
    return (
      <>
        <PageTitle wrong>{title}</PageTitle>
        {breadcrumbs}
        <PageHeading caption={team.team.name}>{title}</PageHeading>
        <DateForm asked={asked} keep={{ within }} />
        <NoSuchDay path={withQuery(path("expiring"), { within })} />
      </>
    );
  }
  return (
    <>
      <PageTitle>{title}</PageTitle>
      {breadcrumbs}
      <PageHeading caption={team.team.name}>Sign-offs that run out after {formatDate(asked.on)}</PageHeading>
      <SubNav
        label="Within"
        items={periods.map((days) => ({
          text: `Within ${days} days`,
          href: withQuery(path("expiring"), { ...day, within: days }),
          current: days === within,
        }))}
      />
      {expiring.length === 0 ? (
        <EmptyState heading={`No sign-off runs out within ${within} days`} />
      ) : (
        <ExpiringTable
          caption={`${expiring.length} within ${within} days`}
          expiring={namedExpiring(
            actor.ods,
            expiring.slice((page - 1) * pageSize, page * pageSize),
            namesIn(team),
          )}
        />
      )}
      <Pagination page={page} pages={pages} query={{ ...day, within }} />
    </>
  );
});

function listOf({ expiring }: Readiness) {
  return { "30": expiring.within30, "60": expiring.within60, "90": expiring.within90 };
}
