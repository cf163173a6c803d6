import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { queryId, queryText } from "@/app/_server/identifiers";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { NotificationBanner } from "@/components/ui/notification-banner";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { authorise } from "@/lib/auth/permission";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { findEnded, listGranted } from "@/lib/sign-off/authority/granted/queries";
import { endedSentence } from "@/lib/sign-off/authority/words";
import { NameSearch } from "../../name-search";
import { mayUseSection } from "../../navigation";
import { GrantedTable } from "./granted-table";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  authorise(mayUseSection(actor, "authorities"));
  const query = await searchParams;
  const on = londonDate(now());
  const name = queryText(query.name);
  const granted = await listGranted(actor, on, { name, page: pageNumber(query.page) });
  const endedId = queryId(query.ended);
  const ended = endedId && (await findEnded(actor, endedId, on));
  return (
    <>
      <BackLink href={trustPath(actor, "authorities")}>Signed off, not yet entitled</BackLink>
      {ended && (
        <NotificationBanner variant="success" heading={endedSentence(ended)}>
          <p>
            They have been told; the reason stands in their record. What was done under it until then stands.
          </p>
        </NotificationBanner>
      )}
      <PageHeading>Granted authorities</PageHeading>
      <p>What people in your teams are authorised to do, for as long as it has not ended.</p>
      <NameSearch name={name} />
      {granted.rows.length === 0 ? (
        <EmptyState heading={nobody(name)} />
      ) : (
        <GrantedTable actor={actor} granted={granted.rows} />
      )}
      <Pagination page={granted.page} pages={granted.pages} query={{ name }} />
    </>
  );
}, "Granted authorities");

function nobody(name: string): string {
  return name
    ? `Nobody called “${name}” in your teams has an authority`
    : "Nobody in your teams is authorised for anything yet";
}
