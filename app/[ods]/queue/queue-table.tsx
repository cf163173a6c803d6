import { trustPath } from "@/app/_server/addresses";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Actor } from "@/lib/auth/actor";
import { formatDate, londonDate } from "@/lib/platform/dates";
import type { QueueItem } from "@/lib/sign-off/queue/queries";

interface Props {
  actor: Actor;
  items: readonly QueueItem[];
  caption: string;
}

/** Who asks for what, and since when; each row leads to where it is answered. */
export function QueueTable({ actor, items, caption }: Props) {
  return (
    <Table caption={caption} captionSize="s" responsive stacked>
      <TableHead>
        <TableRow>
          <TableHeader>Competency</TableHeader>
          <TableHeader>Person</TableHeader>
          <TableHeader>What is asked</TableHeader>
          <TableHeader>Waiting since</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <TableRow key={item.id}>
            <TableHeader scope="row" heading="Competency">
              <a href={hrefOf(actor, item)}>
                {item.competencyTitle}
                <span className="nhsuk-u-visually-hidden">, {item.personName}</span>
              </a>
            </TableHeader>
            <TableCell heading="Person">{item.personName}</TableCell>
            <TableCell heading="What is asked">
              {askedFor(item)}
              {item.confirmFirst && <ConfirmFirst actor={actor} item={item} {...item.confirmFirst} />}
            </TableCell>
            <TableCell heading="Waiting since">
              {formatDate(londonDate(item.since))}
              {item.late && ", past the time limit"}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

interface ConfirmFirstProps {
  actor: Actor;
  item: QueueItem;
  id: string;
  count: number;
}

/** A request can't be approved on practice that nobody has confirmed. */
function ConfirmFirst({ actor, item, id, count }: ConfirmFirstProps) {
  return (
    <>
      <br />
      <a href={trustPath(actor, "queue", "practice", id)}>
        {count === 1 ? "Practice to confirm first" : `${count} records of practice to confirm first`}
        <span className="nhsuk-u-visually-hidden">
          , {item.personName}, {item.competencyTitle}
        </span>
      </a>
    </>
  );
}

function askedFor({ kind, colleagueName, since }: QueueItem): string {
  if (kind === "practice") return "Confirm practice";
  if (kind !== "request") return `Reassess: ${kind} on ${formatDate(londonDate(since))}`;
  return colleagueName
    ? `Decide on sign-off: addressed to ${colleagueName}, you may take it over`
    : "Decide on sign-off";
}

function hrefOf(actor: Actor, { kind, id, staffId, competencyId }: QueueItem): string {
  if (kind === "suspended" || kind === "restricted") {
    return trustPath(actor, "people", staffId, "competencies", competencyId);
  }
  return trustPath(actor, "queue", kind === "practice" ? "practice" : "requests", id);
}
