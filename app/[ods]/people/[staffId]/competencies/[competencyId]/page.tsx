import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { getSubjectOf } from "@/lib/people/directory/queries";
import { recordView } from "@/lib/people/record-views/commands";
import { isIsoDate, londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { AuthorityList } from "../../../../_record/authority-list";
import { DoneBanner } from "../../../../_record/done-banner";
import { PracticeTable } from "../../../../_record/practice-table";
import { ReviewNotice } from "../../../../_record/review-notice";
import { RulesPanel } from "../../../../_record/rules-panel";
import { StandingPanel } from "../../../../_record/standing-panel";
import { PrerequisiteList, TheoryList } from "../../../../_record/theory-list";
import { TimelineList } from "../../../../_record/timeline-list";
import { OtherDay } from "./other-day";
import { RecordActions } from "./record-actions";

interface Props {
  params: Promise<{ ods: string; staffId: string; competencyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const done: Record<string, string> = {
  practice: "The practice is recorded and confirmed",
  theory: "The theory is recorded",
  suspended: "The competency is suspended pending review",
  restricted: "The competency is restricted to the limits that you named",
  reinstated: "The competency is reinstated, and your signature is kept",
};

export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, staffId, competencyId } = await params;
  const actor = await requireActor(ods);
  const ctx = await requestContext(actor);
  const on = londonDate(ctx.now);
  const query = await searchParams;
  const otherDay = typeof query.on === "string" && isIsoDate(query.on) && query.on !== on ? query.on : null;
  const record = await getCompetencyRecord(actor, soundId(staffId), soundId(competencyId), on, otherDay);
  const { person, version, standing, practices, theory, prerequisites, authorities, timeline } = record;
  const subject = await getSubjectOf(actor, person.id, on);
  await recordView(ctx, person.id);
  const competencyPath = (id: string) => trustPath(actor, "people", person.id, "competencies", id);
  return (
    <>
      <PageTitle>{`${version.title} – a person’s competency`}</PageTitle>
      <BackLink href={trustPath(actor, "people", person.id)}>Back to {person.name}</BackLink>
      <DoneBanner done={query.done} sentences={done} />
      <PageHeading caption={person.name}>{version.title}</PageHeading>
      <OtherDay on={otherDay} standing={record.standingThen} />
      <p>{version.description}</p>
      <ReviewNotice review={record.review} person={person.name} />
      <StandingPanel standing={standing} person={person.name}>
        <RecordActions actor={actor} subject={subject} record={record} />
      </StandingPanel>
      <h2 className="nhsuk-heading-m">Supervised practice</h2>
      <RulesPanel version={version} standing={standing} />
      {practices.length > 0 && (
        <PracticeTable
          practices={practices}
          rule={version.rule.practice}
          usedUntil={standing.usedUntil}
          hrefOf={({ id }) => trustPath(actor, "queue", "practice", id)}
        />
      )}
      <h2 className="nhsuk-heading-m">Theory</h2>
      <TheoryList theory={theory} />
      <h2 className="nhsuk-heading-m">Competencies asked for first</h2>
      <PrerequisiteList prerequisites={prerequisites} hrefOf={competencyPath} />
      {standing.authority !== "not-needed" && (
        <>
          <h2 className="nhsuk-heading-m">Authority</h2>
          {authorities.length === 0 && <p>The employer has not authorised this yet.</p>}
          <AuthorityList authorities={authorities} />
        </>
      )}
      <h2 className="nhsuk-heading-m">Everything that happened</h2>
      <TimelineList entries={timeline} signatureHref={(id) => trustPath(actor, "signatures", id)} />
    </>
  );
});
