import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { addDays, formatDate } from "@/lib/platform/dates";
import type { AuthorityRow } from "@/lib/sign-off/authority/queries";
import { authorityKindWords } from "@/lib/sign-off/authority/words";

/** What the employer has authorised, on which document, and whether the person has accepted it. */
export function AuthorityTable({ authorities }: { authorities: readonly AuthorityRow[] }) {
  if (authorities.length === 0) {
    return (
      <>
        <h2 className="nhsuk-heading-m">Authority</h2>
        <p>The employer has not authorised this yet.</p>
      </>
    );
  }
  return (
    <Table caption="Authority" responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Authority</TableHeader>
          <TableHeader>From</TableHeader>
          <TableHeader>Last day</TableHeader>
          <TableHeader>Document</TableHeader>
          <TableHeader>Granted by</TableHeader>
          <TableHeader>Accepted</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {authorities.map(({ id, kind, validFrom, validUntil, document, grantedByName, acceptedOn }) => (
          <TableRow key={id}>
            <TableHeader scope="row" heading="Authority">
              {authorityKindWords[kind]}
            </TableHeader>
            <TableCell heading="From">{formatDate(validFrom)}</TableCell>
            <TableCell heading="Last day">
              {validUntil ? formatDate(addDays(validUntil, -1)) : "Until it is ended"}
            </TableCell>
            <TableCell heading="Document">{document}</TableCell>
            <TableCell heading="Granted by">{grantedByName}</TableCell>
            <TableCell heading="Accepted">{acceptedOn ? formatDate(acceptedOn) : "Not yet"}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
