import { redirect } from "next/navigation";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { queryId } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { getCompetencyRecord } from "@/lib/sign-off/record/queries";
import { canAsk } from "@/lib/sign-off/request/rules";
import { NotToAsk } from "../not-to-ask";
import { WhatIsShown } from "../what-is-shown";
import { AskForm } from "./ask-form";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Asks for one competency, named in the address; without one, the list of competencies is where to choose. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  const competencyId = queryId((await searchParams).competency);
  if (competencyId === null) redirect(`${trustPath(actor, "competencies")}?show=to-do`);
  const record = await getCompetencyRecord(actor, actor.staffId, competencyId, londonDate(now()));
  const { version, request } = record;
  const back = trustPath(actor, "competencies", competencyId);
  return (
    <>
      <PageTitle>{`${version.title} – ask for sign-off`}</PageTitle>
      <BackLink href={back}>{version.title}</BackLink>
      <PageHeading caption="Ask for sign-off">{version.title}</PageHeading>
      {request && (
        <p>
          {request.state === "draft"
            ? "You have saved this and not sent it yet. "
            : "You have already asked. "}
          <a href={trustPath(actor, "requests", request.id)}>
            {request.state === "draft" ? "Finish your request" : "See your request"}
          </a>
          .
        </p>
      )}
      {!request && <NotToAsk actor={actor} record={record} />}
      {canAsk(record) && <AskForm actor={actor} record={record} />}
      <h2 className="nhsuk-heading-m">What your supervisor will see</h2>
      <WhatIsShown actor={actor} record={record} />
    </>
  );
});
