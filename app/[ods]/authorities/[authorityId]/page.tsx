import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { InsetText } from "@/components/ui/inset-text";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { authorise } from "@/lib/auth/permission";
import { recordView } from "@/lib/people/record-views/commands";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { getGranted } from "@/lib/sign-off/authority/granted/queries";
import {
  authorityKindWords,
  endAlreadySet,
  equipmentSentence,
  validitySentence,
} from "@/lib/sign-off/authority/words";
import { mayUseSection } from "../../navigation";
import { EndAuthorityForm } from "./end-form";

interface Props {
  params: Promise<{ ods: string; authorityId: string }>;
}

export default guardPage(async ({ params }: Props) => {
  const { ods, authorityId } = await params;
  const actor = await requireActor(ods);
  authorise(mayUseSection(actor, "authorities"));
  const today = londonDate(now());
  const granted = await getGranted(actor, soundId(authorityId), today);
  await recordView(await requestContext(actor), granted.staffId);
  return (
    <>
      <BackLink href={trustPath(actor, "authorities", "granted")}>Granted authorities</BackLink>
      <PageHeading>End an authority</PageHeading>
      <SummaryList
        rows={[
          { key: "Person", value: granted.personName },
          { key: "Competency", value: granted.competencyTitle },
          { key: "Authority", value: `${authorityKindWords[granted.kind]}, ${granted.document}` },
          { key: "Equipment", value: equipmentSentence(granted.equipmentName) },
          { key: "Valid", value: validitySentence(granted) },
        ]}
      />
      {granted.validUntil && (
        <InsetText>
          <p>{endAlreadySet(granted.validUntil)}.</p>
        </InsetText>
      )}
      <p>
        After its last day they may not do this task, whatever they are signed off for, and it counts for
        nobody’s cover. What they did until then stands.
      </p>
      <EndAuthorityForm actor={actor} granted={granted} today={today} />
    </>
  );
}, "End an authority");
