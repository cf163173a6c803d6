import { requireActor } from "@/app/_server/actor-session";
import { trustPath } from "@/app/_server/addresses";
import { guardPage } from "@/app/_server/page-guard";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Actor } from "@/lib/auth/actor";
import { type ApprovalRow, listApprovals } from "@/lib/competencies/assessors/queries";
import { now } from "@/lib/platform/clock";
import { addDays, formatDate, londonDate } from "@/lib/platform/dates";
import { pageNumber } from "@/lib/platform/pages";
import { AdminList } from "../admin-list";
import { RegistrationStandingTag } from "../registrations/registration-standing-tag";

interface Props {
  params: Promise<{ ods: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default guardPage(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).ods);
  const query = await searchParams;
  const list = await listApprovals(actor, londonDate(now()), pageNumber(query.page));
  return (
    <AdminList
      {...{ actor, list, done: query.done }}
      title="Assessors"
      intro="An approved assessor may sign competencies off, as long as their registration is in order on the day."
      add={{ href: trustPath(actor, "admin", "assessors", "new"), text: "Approve an assessor" }}
      whenEmpty="Nobody is approved yet"
    >
      <ApprovalTable actor={actor} rows={list.rows} />
    </AdminList>
  );
}, "Assessors");

function ApprovalTable({ actor, rows }: { actor: Actor; rows: ApprovalRow[] }) {
  return (
    <Table caption="Approved, today or from a later day" responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Name</TableHeader>
          <TableHeader>May assess</TableHeader>
          <TableHeader>Registration</TableHeader>
          <TableHeader>From</TableHeader>
          <TableHeader>Last day</TableHeader>
          <TableHeader>
            <VisuallyHidden>End</VisuallyHidden>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ id, name, scope, competencyCode, standing, validFrom, validUntil }) => (
          <TableRow key={id}>
            <TableHeader scope="row" heading="Name">
              {name}
            </TableHeader>
            <TableCell heading="May assess">{competencyCode ? scope : `All of ${scope}`}</TableCell>
            <TableCell heading="Registration">
              {standing ? <RegistrationStandingTag standing={standing} /> : "None: can’t sign"}
            </TableCell>
            <TableCell heading="From">{formatDate(validFrom)}</TableCell>
            <TableCell heading="Last day">
              {validUntil ? formatDate(addDays(validUntil, -1)) : "No end"}
            </TableCell>
            <TableCell>
              <a href={trustPath(actor, "admin", "assessors", id)}>
                End
                <VisuallyHidden>
                  {" "}
                  {name}, {scope}
                </VisuallyHidden>
              </a>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
