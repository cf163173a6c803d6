import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listViewsOf, type RecordView } from "@/lib/people/record-views/queries";
import { formatDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";

export const metadata: Metadata = { title: "Who looked at my record" };

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RecordViewsPage({ params, searchParams }: Props) {
  const actor = await requireActor((await params).ods);
  const { rows, page, pages } = await listViewsOf(actor, pageNumber((await searchParams).page));
  return (
    <>
      <BackLink href={trustPath(actor, "account")}>Your account</BackLink>
      <PageHeading>Who looked at my record</PageHeading>
      <p>
        Each person is shown once a day. Supervisors, managers and the education lead may look for their work;
        if you don’t know why somebody looked, ask the education lead.
      </p>
      {rows.length === 0 ? (
        <EmptyState heading="Nobody else has looked at your record yet" />
      ) : (
        <ViewsTable views={rows} />
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}

function ViewsTable({ views }: { views: readonly RecordView[] }) {
  return (
    <Table caption="Latest first" captionSize="s" responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Day</TableHeader>
          <TableHeader>Who</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {views.map(({ viewerId, viewerName, viewedOn }) => (
          <TableRow key={`${viewerId}-${viewedOn}`}>
            <TableHeader scope="row" heading="Day">
              {formatDate(viewedOn)}
            </TableHeader>
            <TableCell heading="Who">{viewerName}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
