import type { Metadata } from "next";
import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { queryId, soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { mayRecordPractice } from "@/lib/evidence/policy";
import { recordView } from "@/lib/people/record-views/commands";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { listRecord } from "@/lib/sign-off/record/queries";
import { RecordList } from "../../../../_record/record-list";
import { WatchedPracticeForm } from "./watched-practice-form";

export const metadata: Metadata = { title: "Record practice that you watched" };

interface Props {
  params: Promise<{ ods: string; staffId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The competency is chosen first, in the address: what the form asks depends on its rule. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const { ods, staffId } = await params;
  const actor = await requireActor(ods);
  const ownerId = soundId(staffId);
  authorise(mayRecordPractice(actor, { ownerId, observerId: actor.staffId }));
  await recordView(await requestContext(actor), ownerId);
  const competencyId = queryId((await searchParams).competency);
  if (competencyId)
    return <WatchedPracticeForm actor={actor} ownerId={ownerId} competencyId={competencyId} />;
  const { person, frameworks } = await listRecord(actor, ownerId, londonDate(now()));
  return (
    <>
      <BackLink href={trustPath(actor, "people", person.id)}>Back to {person.name}</BackLink>
      <PageHeading caption={person.name}>Which competency did you watch?</PageHeading>
      <RecordList
        frameworks={frameworks}
        hrefOf={(item) =>
          `${trustPath(actor, "people", person.id, "practice", "new")}?competency=${item.competencyId}`
        }
      />
    </>
  );
});
