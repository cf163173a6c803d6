import { requestContext, requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { queryId, queryText, soundId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { authorise } from "@/lib/auth/permission";
import { mayRecordPractice } from "@/lib/evidence/policy";
import { listLastUsed } from "@/lib/evidence/practice/choices/queries";
import { recordView } from "@/lib/people/record-views/commands";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { listRecord } from "@/lib/sign-off/record/queries";
import { FindCompetency } from "../../../../practice/_form/find-competency";
import { FirstChoices } from "../../../../practice/_form/first-choices";
import { recentOrNeeded } from "../../../../practice/_form/recent-or-needed";
import { WatchedPracticeForm } from "./watched-practice-form";

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
  const query = await searchParams;
  const competencyId = queryId(query.competency);
  if (competencyId)
    return <WatchedPracticeForm actor={actor} ownerId={ownerId} competencyId={competencyId} />;
  const on = londonDate(now());
  const [{ person, frameworks }, lastUsed] = await Promise.all([
    listRecord(actor, ownerId, on),
    listLastUsed(actor, ownerId, on),
  ]);
  const { recent, needed } = recentOrNeeded(
    frameworks.flatMap(({ items }) => items),
    lastUsed,
  );
  const hrefOf = (id: string) =>
    `${trustPath(actor, "people", person.id, "practice", "new")}?competency=${id}`;
  return (
    <>
      <PageTitle>Record practice that you watched</PageTitle>
      <BackLink href={trustPath(actor, "people", person.id)}>Back to {person.name}</BackLink>
      <PageHeading caption={person.name}>Which competency did you watch?</PageHeading>
      <FirstChoices heading="Recent" items={recent} hrefOf={hrefOf} />
      <FirstChoices heading="Practice needed" items={needed} hrefOf={hrefOf} />
      <FindCompetency actor={actor} on={on} find={queryText(query.find)} hrefOf={hrefOf} />
    </>
  );
});
