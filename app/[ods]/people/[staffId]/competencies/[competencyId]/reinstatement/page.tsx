import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { authorise } from "@/lib/auth/permission";
import { recordView } from "@/lib/people/record-views/commands";
import { formatDate, londonDate } from "@/lib/platform/dates";
import { checkSentence, remedySentence } from "@/lib/sign-off/decision/words";
import { getReinstatementPage, type ReinstatementPage } from "@/lib/sign-off/holding/reinstatement/queries";
import { holdingStatusWords, scopeSentences } from "@/lib/sign-off/holding/words";
import { mayLift } from "@/lib/sign-off/policy";
import { Typed } from "../../../../../_record/typed";
import { ReinstateForm } from "./reinstate-form";

interface Props {
  params: Promise<{ ods: string; staffId: string; competencyId: string }>;
}

/** What is lifted, whether the signer is eligible, and the form that signs. */
export default guardPage(async ({ params }: Props) => {
  const { ods, ...given } = await params;
  const subject = { staffId: soundId(given.staffId), competencyId: soundId(given.competencyId) };
  const actor = await requireActor(ods);
  const ctx = await requestContext(actor);
  const page = await getReinstatementPage(actor, subject, londonDate(ctx.now));
  const { person, version, review, checks } = page;
  authorise(mayLift(actor, person.id));
  await recordView(ctx, person.id);
  const eligible = checks.every(({ met }) => met);
  return (
    <>
      <PageTitle>{`${version.title} – reinstate after reassessment`}</PageTitle>
      <BackLink href={trustPath(actor, "people", person.id, "competencies", version.competencyId)}>
        Back to the competency
      </BackLink>
      <PageHeading caption={`${person.name}: ${version.title}`}>Reinstate after reassessment</PageHeading>
      {review ? <WhatIsLifted review={review} /> : <p>There is no suspension or restriction to lift.</p>}
      <h2 className="nhsuk-heading-m">Whether you can sign</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {checks.map((check) => (
          <li key={check.code}>{[checkSentence(check), remedySentence(check)].filter(Boolean).join(". ")}</li>
        ))}
      </ul>
      {review && eligible && <ReinstateForm actor={actor} page={{ ...page, review }} />}
    </>
  );
});

function WhatIsLifted({ review }: { review: NonNullable<ReinstatementPage["review"]> }) {
  const { kind, on, recordedByName, reason, incidentReference, scope } = review;
  const limits = scopeSentences(scope).join(". ");
  const rows = [
    {
      key: "Lifts",
      value: kind === "suspended" ? holdingStatusWords.suspended : holdingStatusWords.restricted,
    },
    { key: "Since", value: formatDate(on) },
    { key: "By", value: recordedByName },
    { key: "Limits", value: limits },
    { key: "Reason", value: reason && <Typed>{reason}</Typed> },
    { key: "Incident reference", value: incidentReference },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value)} />;
}
