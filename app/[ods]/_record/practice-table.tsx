import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { PracticeRule } from "@/lib/competencies/rules";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { type NotCounted, practiceNotCounted } from "@/lib/evidence/rules";
import { notCountedWords, outcomeText } from "@/lib/evidence/words";
import { formatDate, type IsoDate } from "@/lib/platform/dates";
import { PracticeTag } from "./practice-tag";
import { Typed } from "./typed";

interface Props {
  practices: readonly PracticeRow[];
  /** By which it counts, or not. */
  rule: PracticeRule;
  /** Practice up to this day was used for the last sign-off. */
  usedUntil?: IsoDate | null;
  caption?: string;
  /** Leads from each day to the practice, as far as the reader may see it. */
  hrefOf: (practice: PracticeRow) => string | undefined;
}

/** Practice by day: where, how it went, who watched, where it stands, and why it does not count where it does not. */
export function PracticeTable({
  practices,
  rule,
  usedUntil = null,
  caption = "Supervised practice",
  hrefOf,
}: Props) {
  const sent = practices.filter(({ state }) => state !== "draft");
  const left = practiceNotCounted(rule, sent, usedUntil);
  return (
    <Table caption={caption} captionSize="s" responsive stacked>
      <TableHead>
        <TableRow>
          <TableHeader>Day</TableHeader>
          <TableHeader>Where</TableHeader>
          <TableHeader>How it went</TableHeader>
          <TableHeader>Who watched</TableHeader>
          <TableHeader>Does it count?</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {practices.map((practice) => (
          <TableRow key={practice.id}>
            <TableHeader scope="row" heading="Day">
              <Day practice={practice} href={hrefOf(practice)} />
            </TableHeader>
            <TableCell heading="Where">{placeOf(practice)}</TableCell>
            <TableCell heading="How it went">{courseOf(practice)}</TableCell>
            <TableCell heading="Who watched">{practice.observerName}</TableCell>
            <TableCell heading="Does it count?">
              <Counts practice={practice} reason={reasonOf(practice, left)} />
            </TableCell>
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

/** Its state says why practice does not count that nobody has confirmed; of what is confirmed the rule says it. */
function Counts({ practice, reason }: { practice: PracticeRow; reason: NotCounted | null }) {
  const { state, answerReason, withdrawnReason } = practice;
  const written = state === "withdrawn" ? withdrawnReason : state === "not-confirmed" ? answerReason : null;
  return (
    <>
      <PracticeTag state={state} />
      {state === "confirmed" && <p>{reason ? `Does not count: ${notCountedWords[reason]}` : "Counts"}</p>}
      {written && <Typed>{`“${written}”`}</Typed>}
    </>
  );
}

function reasonOf({ id, state }: PracticeRow, left: ReadonlyMap<string, NotCounted>): NotCounted | null {
  return state === "draft" ? "draft" : (left.get(id) ?? null);
}

function placeOf({ settingName, equipmentName }: PracticeRow): string {
  return equipmentName ? `${settingName}, ${equipmentName}` : settingName;
}

function courseOf({ outcome, supervision, performances, simulated }: PracticeRow): string {
  const watched = supervision === "direct" ? "direct supervision" : "indirect supervision";
  const many = performances > 1 ? `${performances} alike` : null;
  return [outcomeText(outcome), many, watched, simulated && "simulated"].filter(Boolean).join(", ");
}
