import { redirect } from "next/navigation";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { getPracticePage } from "@/lib/evidence/practice/queries";
import { practiceStateSentences } from "@/lib/evidence/words";
import { now } from "@/lib/platform/clock";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { DoneBanner } from "../../_record/done-banner";
import { Comments } from "./comments";
import { PracticeActions } from "./practice-actions";
import { PracticeSummary } from "./practice-summary";

const done = {
  recorded: "Recorded. The person who watched is asked to confirm it",
  draft: "Saved as a draft. Nobody has been asked to confirm it yet",
  corrected: "Changed. The person who watched is asked to confirm it as it is now",
  withdrawn: "Withdrawn. It does not count any more",
  commented: "Your comment is saved",
};

interface Props {
  params: Promise<{ ods: string; practiceId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One's own practice. Whoever watched, or may see the record, has a page of their own for it. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, practiceId } = await params;
  const actor = await requireActor(ods);
  const { practice, comments } = await getPracticePage(actor, soundId(practiceId), londonDate(now()));
  if (practice.staffId !== actor.staffId) redirect(trustPath(actor, "queue", "practice", practice.id));
  return (
    <>
      <PageTitle>{`${practice.competencyTitle} – my supervised practice`}</PageTitle>
      <BackLink href={trustPath(actor, "competencies", practice.competencyId)}>
        {practice.competencyTitle}
      </BackLink>
      <DoneBanner done={(await searchParams).done} sentences={done} />
      <PageHeading caption="My supervised practice">
        {practice.competencyTitle}, {formatDate(practice.performedOn)}
      </PageHeading>
      <InsetText>
        <p>{practiceStateSentences[practice.state]}.</p>
        {practice.state === "draft" && practice.outcome === null && (
          <p>Still missing before it can be sent: how it went.</p>
        )}
      </InsetText>
      <PracticeSummary practice={practice} />
      <PracticeActions actor={actor} practice={practice} />
      <Comments actor={actor} practice={practice} comments={comments} />
    </>
  );
});
