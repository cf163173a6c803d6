import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { outcomeText } from "@/lib/evidence/words";
import { formatDate, type IsoDate } from "@/lib/platform/dates";
import { PracticeTag } from "./practice-tag";

interface Props {
  practices: readonly PracticeRow[];
  caption?: string;
  /** Practice that counts under the rule; left out, the column is too. */
  countedIds?: readonly string[];
  /** Practice up to this day was used for the last sign-off. */
  usedUntil?: IsoDate | null;
  /** Leads from each day to the practice. */
  hrefOf?: (practice: PracticeRow) => string;
}

/** Practice by day: where, how closely watched, by whom, how it went and where it stands. */
export function PracticeTable({
  practices,
  caption = "Supervised practice",
  countedIds,
  usedUntil = null,
  hrefOf,
}: Props) {
  return (
    <Table caption={caption} captionSize="s" responsive>
      <TableHead>
        <TableRow>
          <TableHeader>Day</TableHeader>
          <TableHeader numeric>How many</TableHeader>
          <TableHeader>Where</TableHeader>
          <TableHeader>Supervision</TableHeader>
          <TableHeader>Who watched</TableHeader>
          <TableHeader>Outcome</TableHeader>
          <TableHeader>State</TableHeader>
          {countedIds && <TableHeader>Counts</TableHeader>}
        </TableRow>
      </TableHead>
      <TableBody>
        {practices.map((practice) => (
          <TableRow key={practice.id}>
            <TableHeader scope="row" heading="Day">
              <Day practice={practice} href={hrefOf?.(practice)} />
            </TableHeader>
            <TableCell heading="How many" numeric>
              {practice.performances}
            </TableCell>
            <TableCell heading="Where">{placeOf(practice)}</TableCell>
            <TableCell heading="Supervision">{supervisionOf(practice)}</TableCell>
            <TableCell heading="Who watched">{practice.observerName}</TableCell>
            <TableCell heading="Outcome">{outcomeText(practice.outcome)}</TableCell>
            <TableCell heading="State">
              <PracticeTag state={practice.state} />
            </TableCell>
            {countedIds && (
              <TableCell heading="Counts">
                {countedIds.includes(practice.id) ? "Yes" : notCounted(practice, usedUntil)}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Day({ practice, href }: { practice: PracticeRow; href: string | undefined }) {
  const day = <span className="app-nowrap">{formatDate(practice.performedOn)}</span>;
  return href ? <a href={href}>{day}</a> : day;
}

function notCounted({ performedOn }: PracticeRow, usedUntil: IsoDate | null): string {
  return usedUntil && performedOn <= usedUntil ? "No: before the last sign-off" : "No";
}

function placeOf({ settingName, equipmentName }: PracticeRow): string {
  return equipmentName ? `${settingName}, ${equipmentName}` : settingName;
}

function supervisionOf({ supervision, simulated }: PracticeRow): string {
  const word = supervision === "direct" ? "Direct" : "Indirect";
  return simulated ? `${word}, simulated` : word;
}
