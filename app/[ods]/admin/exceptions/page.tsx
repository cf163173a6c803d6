import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { BackLink } from "@/components/ui/back-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { listExceptions } from "@/lib/sign-off/exception/queries";
import { DoneBanner } from "../done-banner";
import { ExceptionTable } from "./exception-table";

export const metadata: Metadata = { title: "Exceptions" };

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The exceptions to the second observer that are in force. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  const query = await searchParams;
  const { rows, page, pages } = await listExceptions(actor, londonDate(now()), pageNumber(query.page));
  return (
    <>
      <BackLink href={trustPath(actor, "admin")}>Set-up</BackLink>
      <DoneBanner done={query.done} />
      <PageHeading>Exceptions</PageHeading>
      <p>
        For a high-risk competency somebody besides the signer has to have watched. Where a small team has
        nobody else, you can let the only observer sign, for one person and until a day. It stands on the
        signature.
      </p>
      <ButtonLink href={trustPath(actor, "admin", "exceptions", "new")}>Approve an exception</ButtonLink>
      {rows.length === 0 ? (
        <EmptyState heading="No exception is in force" />
      ) : (
        <ExceptionTable actor={actor} rows={rows} />
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
});
