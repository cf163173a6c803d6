import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { listDeclined } from "@/lib/sign-off/record/declined/queries";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { DoneBanner } from "../../_record/done-banner";
import { PracticeTable } from "../../_record/practice-table";
import { ReviewNotice } from "../../_record/review-notice";
import { RulesPanel } from "../../_record/rules-panel";
import { StandingPanel } from "../../_record/standing-panel";
import { PrerequisiteList, TheoryList } from "../../_record/theory-list";
import { TimelineList } from "../../_record/timeline-list";
import { UnsentRequest } from "../../_record/unsent-request";
import { mayUseSection } from "../../navigation";
import { AuthoritySection } from "./authority-section";
import { DeclinedNotice } from "./declined-notice";
import { NextActions } from "./next-actions";
import { RenewalNotice } from "./renewal-notice";

const done = { accepted: "You have accepted the responsibility" };

interface Props {
  params: Promise<{ ods: string; competencyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, competencyId } = await params;
  const actor = await requireActor(ods);
  const on = londonDate(now());
  const [record, declined] = await Promise.all([
    getCompetencyRecord(actor, actor.staffId, soundId(competencyId), on),
    listDeclined(actor, on, soundId(competencyId)),
  ]);
  const { version, standing, practices } = record;
  return (
    <>
      <PageTitle>{`${version.title} – my competencies`}</PageTitle>
      {mayUseSection(actor, "competencies").allowed && (
        <BackLink href={trustPath(actor, "competencies")}>My competencies</BackLink>
      )}
      <DoneBanner done={(await searchParams).done} sentences={done} />
      <PageHeading caption={`${version.frameworkTitle}, ${version.code}`}>{version.title}</PageHeading>
      <p>{version.description}</p>
      <UnsentRequest actor={actor} request={record.request} />
      <ReviewNotice review={record.review} />
      <DeclinedNotice actor={actor} declined={declined} />
      <StandingPanel standing={standing}>
        <RenewalNotice standing={standing} />
        <NextActions actor={actor} record={record} />
      </StandingPanel>
      <AuthoritySection actor={actor} record={record} on={on} />
      <h2 className="nhsuk-heading-m">What is needed, and what is there</h2>
      <RulesPanel version={version} standing={standing} />
      <h2 className="nhsuk-heading-m">My practice</h2>
      {practices.length === 0 ? (
        <EmptyState heading="No practice is recorded yet">
          <p>Record it on the day, while the person who watched is there.</p>
        </EmptyState>
      ) : (
        <PracticeTable
          practices={practices}
          caption="My supervised practice, latest first"
          rule={version.rule.practice}
          usedUntil={standing.usedUntil}
          hrefOf={({ id }) => trustPath(actor, "practice", id)}
        />
      )}
      <h2 className="nhsuk-heading-m">Theory</h2>
      <TheoryList theory={record.theory} />
      <h2 className="nhsuk-heading-m">Asked for first</h2>
      <PrerequisiteList
        prerequisites={record.prerequisites}
        hrefOf={(id) => trustPath(actor, "competencies", id)}
      />
      <h2 className="nhsuk-heading-m">Everything that happened</h2>
      <TimelineList entries={record.timeline} signatureHref={(id) => trustPath(actor, "signatures", id)} />
    </>
  );
});
