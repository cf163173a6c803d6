import { trustPath } from "@/app/_server/addresses";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatDate } from "@/lib/platform/dates";
import type { Names } from "@/lib/readiness/attention/words";
import type { Expiring } from "@/lib/readiness/rules";

interface Props {
  ods: string;
  caption: string;
  expiring: readonly Expiring[];
  names: Names;
}

/** Sign-offs that run out if nobody acts, soonest first. */
export function ExpiringTable({ ods, caption, expiring, names }: Props) {
  return (
    <Table caption={caption} responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Person</TableHeader>
          <TableHeader>Competency</TableHeader>
          <TableHeader>Last valid day</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {expiring.map(({ staffId, competencyId, expiresOn }) => (
          <TableRow key={`${staffId} ${competencyId}`}>
            <TableHeader scope="row" heading="Person">
              {names.person(staffId)}
            </TableHeader>
            <TableCell heading="Competency">
              <a href={trustPath({ ods }, "people", staffId, "competencies", competencyId)}>
                {names.competency(competencyId)}
                <span className="nhsuk-u-visually-hidden"> of {names.person(staffId)}</span>
              </a>
            </TableCell>
            <TableCell heading="Last valid day">{formatDate(expiresOn)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
