import { trustPath } from "@/app/_server/addresses";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Actor } from "@/lib/auth/actor";
import { formatDate } from "@/lib/platform/dates";
import type { GrantedAuthority } from "@/lib/sign-off/authority/granted/queries";
import { authorityKindWords, equipmentSentence, validitySentence } from "@/lib/sign-off/authority/words";

interface Props {
  actor: Actor;
  granted: readonly GrantedAuthority[];
}

/** Who may do what for the employer, and since when. */
export function GrantedTable({ actor, granted }: Props) {
  return (
    <Table caption="By person" captionSize="s" responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Person</TableHeader>
          <TableHeader>Competency</TableHeader>
          <TableHeader>Authority</TableHeader>
          <TableHeader>Valid</TableHeader>
          <TableHeader>Accepted</TableHeader>
          <TableHeader>
            <VisuallyHidden>End</VisuallyHidden>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {granted.map((one) => (
          <TableRow key={one.id}>
            <TableHeader scope="row" heading="Person">
              <a href={trustPath(actor, "people", one.staffId, "competencies", one.competencyId)}>
                {one.personName}
              </a>
            </TableHeader>
            <TableCell heading="Competency">{one.competencyTitle}</TableCell>
            <TableCell heading="Authority">
              {authorityKindWords[one.kind]}, {one.document}
              {one.equipmentName && `, for ${equipmentSentence(one.equipmentName)}`}
            </TableCell>
            <TableCell heading="Valid">{validitySentence(one)}</TableCell>
            <TableCell heading="Accepted">
              {one.acceptedOn ? formatDate(one.acceptedOn) : "Not yet"}
            </TableCell>
            <TableCell>
              <a href={trustPath(actor, "authorities", one.id)}>
                End
                <VisuallyHidden>
                  {" "}
                  the authority of {one.personName} for {one.competencyTitle}
                </VisuallyHidden>
              </a>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
