import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { authorise } from "@/lib/auth/permission";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { listWaitingForAuthority } from "@/lib/sign-off/authority/waiting/queries";
import { DoneBanner } from "../_record/done-banner";
import { mayUseSection } from "../navigation";
import { WaitingTable } from "./waiting-table";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const done = {
  granted: "You have granted the authority. It counts once the person accepts the responsibility",
};

export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  authorise(mayUseSection(actor, "authorities"));
  const query = await searchParams;
  const waiting = await listWaitingForAuthority(actor, londonDate(now()), pageNumber(query.page));
  return (
    <>
      <DoneBanner done={query.done} sentences={done} />
      <PageHeading>Signed off, not yet entitled</PageHeading>
      <p>
        Sign-off shows ability. These tasks count only once you have authorised them for the employer and the
        person has accepted the responsibility.
      </p>
      <p>
        <a href={trustPath(actor, "authorities", "granted")}>See and end what has been granted</a>
      </p>
      {waiting.rows.length === 0 ? (
        <EmptyState heading="Nobody in your teams waits for authority" />
      ) : (
        <WaitingTable actor={actor} waiting={waiting.rows} />
      )}
      <Pagination page={waiting.page} pages={waiting.pages} />
    </>
  );
}, "Signed off, not yet entitled");
