import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { PageHeading } from "@/components/ui/page-heading";
import { recordView } from "@/lib/people/record-views/commands";
import { londonDate } from "@/lib/platform/dates";
import { mayVoid } from "@/lib/sign-off/policy";
import { getSignature } from "@/lib/sign-off/signature/queries";
import { DoneBanner } from "../../_record/done-banner";
import { DecisionSigned } from "../decision-signed";
import { ShownText } from "../shown-text";
import { WayBack } from "./way-back";

interface Props {
  params: Promise<{ ods: string; signatureId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const done = { voided: "This is marked as signed in error. The person has been told" };

export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, signatureId } = await params;
  const actor = await requireActor(ods);
  const ctx = await requestContext(actor);
  const signature = await getSignature(actor, soundId(signatureId), londonDate(ctx.now));
  await recordView(ctx, signature.ownerId);
  const { ownerId, signerId, grantId, voidedOn, requestId } = signature;
  const offersVoid = grantId && !voidedOn && mayVoid(actor, { ownerId, signerId }).allowed;
  return (
    <>
      <PageTitle>{`${signature.competencyTitle} – signature`}</PageTitle>
      <WayBack actor={actor} signature={signature} />
      <DoneBanner done={(await searchParams).done} sentences={done} />
      <PageHeading caption={`Sign-off of ${signature.ownerName}`}>{signature.competencyTitle}</PageHeading>
      <DecisionSigned actor={actor} signature={signature} />
      <ShownText text={signature.shown} />
      {requestId && (
        <p>
          <a href={trustPath(actor, "queue", "requests", requestId)}>The request and its history</a>
        </p>
      )}
      {offersVoid && (
        <p>
          <a href={trustPath(actor, "signatures", signature.id, "void")}>
            Signed for the wrong person or the wrong competency? Mark it as signed in error
          </a>
        </p>
      )}
    </>
  );
});
