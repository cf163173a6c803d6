import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { authorise } from "@/lib/auth/permission";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { listGranted } from "@/lib/sign-off/authority/granted/queries";
import { DoneBanner } from "../../_record/done-banner";
import { mayUseSection } from "../../navigation";
import { GrantedTable } from "./granted-table";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const done = {
  ended: "The authority ends. What was done under it before that day stands",
};

export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  authorise(mayUseSection(actor, "authorities"));
  const query = await searchParams;
  const granted = await listGranted(actor, londonDate(now()), pageNumber(query.page));
  return (
    <>
      <BackLink href={trustPath(actor, "authorities")}>Signed off, not yet entitled</BackLink>
      <DoneBanner done={query.done} sentences={done} />
      <PageHeading>Granted authorities</PageHeading>
      <p>What people in your teams are authorised to do, for as long as it has not ended.</p>
      {granted.rows.length === 0 ? (
        <EmptyState heading="Nobody in your teams is authorised for anything yet" />
      ) : (
        <GrantedTable actor={actor} granted={granted.rows} />
      )}
      <Pagination page={granted.page} pages={granted.pages} />
    </>
  );
}, "Granted authorities");
