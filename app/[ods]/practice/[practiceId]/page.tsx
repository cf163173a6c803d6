import type { Metadata } from "next";
import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { getPracticePage } from "@/lib/evidence/practice/page";
import { practiceStateSentences } from "@/lib/evidence/words";
import { recordView } from "@/lib/people/record-views/commands";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { DoneBanner } from "../../_record/done-banner";
import { recordId } from "../../_record/record-id";
import { Comments } from "./comments";
import { PracticeActions } from "./practice-actions";
import { PracticeSummary } from "./practice-summary";

export const metadata: Metadata = { title: "Supervised practice" };

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

/** One practice, as its owner, the person who watched, and whoever may see the record find it. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, practiceId } = await params;
  const actor = await requireActor(ods);
  const context = await requestContext(actor);
  const { practice, comments } = await getPracticePage(actor, recordId(practiceId), londonDate(context.now));
  await recordView(context, practice.staffId);
  const own = practice.staffId === actor.staffId;
  return (
    <>
      {own && (
        <BackLink href={trustPath(actor, "competencies", practice.competencyId)}>
          {practice.competencyTitle}
        </BackLink>
      )}
      <DoneBanner done={(await searchParams).done} sentences={done} />
      <PageHeading caption={own ? "Supervised practice" : `Supervised practice of ${practice.ownerName}`}>
        {practice.competencyTitle}, {formatDate(practice.performedOn)}
      </PageHeading>
      <InsetText>
        <p>{practiceStateSentences[practice.state]}.</p>
      </InsetText>
      <PracticeSummary practice={practice} />
      <PracticeActions actor={actor} practice={practice} />
      <Comments actor={actor} practice={practice} comments={comments} />
    </>
  );
});
