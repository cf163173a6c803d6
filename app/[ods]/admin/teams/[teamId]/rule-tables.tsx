import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { listTeamRules } from "@/lib/competencies/requirements/queries";
import { requirementKindWords } from "@/lib/competencies/words";
import { shiftPatternWords } from "@/lib/people/words";
import { formatDate } from "@/lib/platform/dates";

type TeamRules = Awaited<ReturnType<typeof listTeamRules>>;

export function RequirementTable({ rows, base }: { rows: TeamRules["requirements"]; base: string }) {
  if (rows.length === 0) return <EmptyState heading="Nothing is required of this team yet" />;
  return (
    <Table caption="Required today" responsive>
      <Head columns={["Competency", "Job role", "Kind", "Due", "Since"]} />
      <TableBody>
        {rows.map(({ id, code, title, jobRole, kind, dueDays, validFrom }) => (
          <TableRow key={id}>
            <TableHeader scope="row" heading="Competency">
              {code} {title}
            </TableHeader>
            <TableCell heading="Job role">{jobRole}</TableCell>
            <TableCell heading="Kind">{requirementKindWords[kind]}</TableCell>
            <TableCell heading="Due">
              {dueDays === 0 ? "From day one" : `Within ${dueDays} days of starting`}
            </TableCell>
            <TableCell heading="Since">{formatDate(validFrom)}</TableCell>
            <EndCell href={`${base}/rules/${id}`} about={`${title}, ${jobRole}`} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

export function CoverTable({ rows, base }: { rows: TeamRules["covers"]; base: string }) {
  if (rows.length === 0) return <EmptyState heading="No cover is set for this team yet" />;
  return (
    <Table caption="Cover needed today" responsive>
      <Head columns={["Competency", "Shift", "People", "Since"]} />
      <TableBody>
        {rows.map(({ id, code, title, shiftPattern, minimum, validFrom }) => (
          <TableRow key={id}>
            <TableHeader scope="row" heading="Competency">
              {code} {title}
            </TableHeader>
            <TableCell heading="Shift">{shiftPatternWords[shiftPattern]}</TableCell>
            <TableCell heading="People">{minimum}</TableCell>
            <TableCell heading="Since">{formatDate(validFrom)}</TableCell>
            <EndCell href={`${base}/rules/${id}`} about={`${title}, ${shiftPatternWords[shiftPattern]}`} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Head({ columns }: { columns: readonly string[] }) {
  return (
    <TableHead>
      <TableRow>
        {columns.map((column) => (
          <TableHeader key={column}>{column}</TableHeader>
        ))}
        <TableHeader>
          <VisuallyHidden>End</VisuallyHidden>
        </TableHeader>
      </TableRow>
    </TableHead>
  );
}

function EndCell({ href, about }: { href: string; about: string }) {
  return (
    <TableCell>
      <a href={href}>
        End<VisuallyHidden> {about}</VisuallyHidden>
      </a>
    </TableCell>
  );
}
