import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listViewsOf, type RecordView } from "@/lib/people/record-views/queries";
import { capacityOf } from "@/lib/people/record-views/words";
import { formatDateTime } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RecordViewsPage({ params, searchParams }: Props) {
  const actor = await requireActor((await params).ods);
  const { rows, page, pages } = await listViewsOf(actor, pageNumber((await searchParams).page));
  return (
    <>
      <PageTitle>Who looked at my record</PageTitle>
      <BackLink href={trustPath(actor, "account")}>Your account</BackLink>
      <PageHeading>Who looked at my record</PageHeading>
      <p>
        Whoever opens your record can read your competencies, practice, theory and sign-offs, and nothing of
        your log-in. Each person is shown once a day, as what they were on that day. If you don’t know why
        somebody looked, ask the education lead.
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
          <TableHeader>Who</TableHeader>
          <TableHeader>As what</TableHeader>
          <TableHeader>Post</TableHeader>
          <TableHeader>When</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {views.map((view) => (
          <TableRow key={`${view.viewerId}-${view.viewedOn}`}>
            <TableHeader scope="row" heading="Who">
              {view.viewerName}
            </TableHeader>
            <TableCell heading="As what">{capacityOf(view)}</TableCell>
            <TableCell heading="Post">{view.posts.join("; ") || "No post in a team"}</TableCell>
            <TableCell heading="When">{formatDateTime(view.firstViewedAt)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
