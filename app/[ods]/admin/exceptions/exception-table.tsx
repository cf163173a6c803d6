import { trustPath } from "@/app/_server/addresses";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Actor } from "@/lib/auth/actor";
import { addDays, formatDate } from "@/lib/platform/dates";
import type { ExceptionRow } from "@/lib/sign-off/exception/queries";

export function ExceptionTable({ actor, rows }: { actor: Actor; rows: readonly ExceptionRow[] }) {
  return (
    <Table caption="Exceptions in force today" responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Name</TableHeader>
          <TableHeader>Competency</TableHeader>
          <TableHeader>Reason</TableHeader>
          <TableHeader>Approved by</TableHeader>
          <TableHeader>Last day</TableHeader>
          <TableHeader>
            <VisuallyHidden>End</VisuallyHidden>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ id, name, competencyTitle, reason, approvedByName, validUntil }) => (
          <TableRow key={id}>
            <TableHeader scope="row" heading="Name">
              {name}
            </TableHeader>
            <TableCell heading="Competency">{competencyTitle}</TableCell>
            <TableCell heading="Reason">{reason}</TableCell>
            <TableCell heading="Approved by">{approvedByName}</TableCell>
            <TableCell heading="Last day">
              {validUntil ? formatDate(addDays(validUntil, -1)) : "No end"}
            </TableCell>
            <TableCell>
              <a href={trustPath(actor, "admin", "exceptions", id)}>
                End
                <VisuallyHidden>
                  {" "}
                  {name}, {competencyTitle}
                </VisuallyHidden>
              </a>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
