import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { now } from "@/lib/platform/clock";
import { formatDateTime, londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { getOwnRequest } from "@/lib/sign-off/request/queries";
import { isOpen } from "@/lib/sign-off/workflow";
import { DoneBanner } from "../../_record/done-banner";
import { WhatIsShown } from "../what-is-shown";
import { AnswerReturn } from "./answer-return";
import { FinishDraft } from "./finish-draft";
import { RequestTag } from "./request-tag";
import { Steps } from "./steps";
import { WithdrawRequest } from "./withdraw-request";

const done = {
  recorded: "Your practice is recorded, and you have asked for sign-off",
  asked: "You have asked for sign-off",
  drafted: "Your request is saved. It is not sent yet",
  resubmitted: "You have asked again",
  withdrawn: "Your request is withdrawn",
};

interface Props {
  params: Promise<{ ods: string; requestId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One's own request: what is missing comes first, then where it is, what is shown, and every step. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, requestId } = await params;
  const actor = await requireActor(ods);
  const { request, steps } = await getOwnRequest(actor, soundId(requestId));
  const on = londonDate(now());
  const record = await getCompetencyRecord(actor, actor.staffId, request.competencyId, on);
  return (
    <>
      <PageTitle>{`${request.competencyTitle} – my request for sign-off`}</PageTitle>
      <BackLink href={trustPath(actor, "competencies", request.competencyId)}>
        {request.competencyTitle}
      </BackLink>
      <DoneBanner done={(await searchParams).done} sentences={done} />
      <PageHeading caption="My request for sign-off">{request.competencyTitle}</PageHeading>
      {request.state === "returned" && (
        <AnswerReturn actor={actor} request={request} steps={steps} record={record} />
      )}
      {request.state === "draft" && (
        <FinishDraft actor={actor} request={request} steps={steps} record={record} />
      )}
      <SummaryList
        rows={[
          { key: "State", value: <RequestTag state={request.state} /> },
          { key: request.state === "draft" ? "To ask" : "Asked", value: request.addressedToName },
          { key: "Since", value: formatDateTime(request.stateSince) },
          ...(request.round > 1 ? [{ key: "Round", value: request.round }] : []),
        ]}
      />
      {isOpen(request.state) && (
        <>
          <h2 className="nhsuk-heading-m">
            {request.state === "draft" ? "What your supervisor will see" : "What your supervisor sees"}
          </h2>
          <WhatIsShown actor={actor} record={record} />
        </>
      )}
      <h2 className="nhsuk-heading-m">Every step</h2>
      <Steps steps={steps} />
      {isOpen(request.state) && <WithdrawRequest actor={actor} request={request} />}
    </>
  );
});
