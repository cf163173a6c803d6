import type { Metadata } from "next";
import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { Details } from "@/components/ui/details";
import { PageHeading } from "@/components/ui/page-heading";
import { recordView } from "@/lib/people/record-views/commands";
import { londonDate } from "@/lib/platform/dates";
import { getSignature } from "@/lib/sign-off/signature/queries";
import { DecisionSigned } from "../decision-signed";

export const metadata: Metadata = { title: "Signature" };

interface Props {
  params: Promise<{ ods: string; signatureId: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods, signatureId } = await params;
  const actor = await requireActor(ods);
  const ctx = await requestContext(actor);
  const signature = await getSignature(actor, soundId(signatureId), londonDate(ctx.now));
  await recordView(ctx, signature.ownerId);
  return (
    <>
      <PageHeading caption={`Sign-off of ${signature.ownerName}`}>{signature.competencyTitle}</PageHeading>
      <DecisionSigned signature={signature} />
      <Details summary="What was shown, word for word">
        <p>
          <code>{signature.shown}</code>
        </p>
      </Details>
      <p>
        <a href={trustPath(actor, "queue", "requests", signature.requestId)}>The request and its history</a>
      </p>
    </>
  );
});
