import { trustPath } from "@/app/_server/addresses";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Actor } from "@/lib/auth/actor";
import { formatDate } from "@/lib/platform/dates";
import type { WaitingForAuthority } from "@/lib/sign-off/authority/waiting/queries";

interface Props {
  actor: Actor;
  waiting: readonly WaitingForAuthority[];
}

/** Who waits, for what and for whom: the authoriser, or the person themselves. */
export function WaitingTable({ actor, waiting }: Props) {
  return (
    <Table caption="Longest signed off first" captionSize="s" responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Person</TableHeader>
          <TableHeader>Competency</TableHeader>
          <TableHeader>Signed off</TableHeader>
          <TableHeader>What is missing</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {waiting.map((one) => (
          <TableRow key={`${one.staffId}/${one.competencyId}`}>
            <TableHeader scope="row" heading="Person">
              <a href={trustPath(actor, "people", one.staffId)}>{one.personName}</a>
            </TableHeader>
            <TableCell heading="Competency">{one.competencyTitle}</TableCell>
            <TableCell heading="Signed off">{formatDate(one.signedOffOn)}</TableCell>
            <TableCell heading="What is missing">
              {one.status === "not-accepted" ? toAccept(one) : <GrantLink actor={actor} waiting={one} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function toAccept({ equipment }: WaitingForAuthority): string {
  const limit = equipment.length > 0 ? ` the authority for ${equipment.join(", ")}` : "";
  return `The person has to accept${limit}`;
}

function GrantLink({ actor, waiting }: { actor: Actor; waiting: WaitingForAuthority }) {
  const { staffId, personName, competencyId, competencyTitle } = waiting;
  const query = new URLSearchParams({ person: staffId, competency: competencyId });
  return (
    <a href={`${trustPath(actor, "authorities", "new")}?${query}`}>
      Grant authority
      <span className="nhsuk-u-visually-hidden">
        {" "}
        to {personName} for {competencyTitle}
      </span>
    </a>
  );
}
