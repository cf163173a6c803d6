import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { Pagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { authorise } from "@/lib/auth/permission";
import { now } from "@/lib/platform/clock";
import { londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { listReadinessTeams } from "@/lib/readiness/queries";
import { mayUseSection } from "../navigation";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The teams whose readiness the reader may see. */
export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  authorise(mayUseSection(actor, "teams"));
  const { page } = await searchParams;
  const teams = await listReadinessTeams(actor, londonDate(now()), pageNumber(page));
  return (
    <>
      <PageHeading>Readiness</PageHeading>
      {teams.rows.length === 0 ? (
        <EmptyState heading="There is no team whose readiness you may see today">
          <p>Managers see their teams. If you should see one, ask the education lead for the role.</p>
        </EmptyState>
      ) : (
        <Table caption="Teams" responsive>
          <TableHead>
            <TableRow>
              <TableHeader>Team</TableHeader>
              <TableHeader>Part of</TableHeader>
              <TableHeader numeric>People today</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {teams.rows.map(({ id, name, parentName, people }) => (
              <TableRow key={id}>
                <TableHeader scope="row" heading="Team">
                  <a href={trustPath(actor, "teams", id, "readiness")}>{name}</a>
                </TableHeader>
                <TableCell heading="Part of">{parentName ?? actor.trustName}</TableCell>
                <TableCell heading="People today" numeric>
                  {people}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination page={teams.page} pages={teams.pages} />
    </>
  );
}, "Readiness");
