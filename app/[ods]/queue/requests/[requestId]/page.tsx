import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { PageHeading } from "@/components/ui/page-heading";
import { recordView } from "@/lib/people/record-views/commands";
import { londonDate } from "@/lib/platform/dates";
import { getDecisionPage } from "@/lib/sign-off/decision/queries";
import { listSignatures } from "@/lib/sign-off/signature/queries";
import { DoneBanner } from "../../../_record/done-banner";
import { DecisionSigned } from "../../../signatures/decision-signed";
import { WayBack } from "../../way-back";
import { Asked } from "./asked";
import { ConfirmFirst } from "./confirm-first";
import { Decide } from "./decide";
import { EvidenceShown } from "./evidence-shown";
import { History } from "./history";
import { RuleChecks } from "./rule-checks";
import { TakeOverForm } from "./take-over-form";

interface Props {
  params: Promise<{ ods: string; requestId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const done: Record<string, string> = {
  approve: "You have signed this competency off",
  return: "You have returned the request",
  decline: "You have declined the request",
  "take-over": "You have taken this request over",
};

export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, requestId } = await params;
  const query = await searchParams;
  const actor = await requireActor(ods);
  const ctx = await requestContext(actor);
  const page = await getDecisionPage(actor, soundId(requestId), ctx.now);
  const { request, checks, steps, mayDecide } = page;
  const signatures = await listSignatures(actor, request.id, londonDate(ctx.now));
  await recordView(ctx, request.staffId);
  const waiting = request.state === "submitted";
  return (
    <>
      <PageTitle>{`${request.competencyTitle} – request for sign-off`}</PageTitle>
      <WayBack actor={actor} record={request} namedId={request.addressedToId} />
      <DoneBanner done={query.done} sentences={done} />
      <PageHeading caption={`Sign-off of ${request.ownerName}`}>{request.competencyTitle}</PageHeading>
      {waiting && mayDecide.allowed && <ConfirmFirst actor={actor} practices={page.toConfirm} />}
      <Asked actor={actor} page={page} />
      {waiting && mayDecide.allowed && request.addressedToId !== actor.staffId && (
        <TakeOverForm ods={ods} actor={actor} request={request} />
      )}
      {waiting && (
        <>
          <h2 className="nhsuk-heading-m">The rules</h2>
          <RuleChecks checks={checks} />
          <EvidenceShown actor={actor} page={page} />
          <Decide ods={ods} actor={actor} page={page} wanted={query.decide} />
        </>
      )}
      {signatures.map((signature) => (
        <DecisionSigned
          key={signature.id}
          actor={actor}
          signature={signature}
          href={trustPath(actor, "signatures", signature.id)}
        />
      ))}
      <History steps={steps} />
    </>
  );
});
