import { SummaryList } from "@/components/ui/summary-list";
import { settingKindWords } from "@/lib/competencies/words";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { outcomeText } from "@/lib/evidence/words";
import { formatDate, formatDateTime } from "@/lib/platform/dates";
import { PracticeTag } from "../../../_record/practice-tag";
import { Typed } from "../../../_record/typed";

/** Everything that is recorded about one practice. */
export function PracticeSummary({ practice }: { practice: PracticeRow }) {
  const rows = [
    { key: "Who", value: practice.ownerName },
    { key: "Day", value: formatDate(practice.performedOn) },
    {
      key: "Where",
      value: `${practice.settingName} (${settingKindWords[practice.settingKind].toLowerCase()})`,
    },
    { key: "Equipment", value: practice.equipmentName },
    {
      key: "How many",
      value: practice.simulated ? `${practice.performances}, simulated` : practice.performances,
    },
    { key: "Supervision", value: practice.supervision === "direct" ? "Direct" : "Indirect" },
    { key: "Who watched", value: practice.observerName },
    { key: "Outcome", value: outcomeText(practice.outcome) },
    { key: "Note", value: practice.note && <Typed>{practice.note}</Typed> },
    { key: "Incident reference", value: practice.incidentReference },
    { key: "Recorded", value: formatDateTime(practice.recordedAt) },
    { key: "State", value: <PracticeTag state={practice.state} /> },
    { key: "Answered", value: practice.answeredAt && answered(practice, practice.answeredAt) },
    {
      key: "Reason",
      value: practice.answerReason && <Typed>{practice.answerReason}</Typed>,
    },
    { key: "Withdrawn", value: practice.withdrawnAt && formatDateTime(practice.withdrawnAt) },
    { key: "Reason for withdrawing", value: practice.withdrawnReason },
  ];
  return <SummaryList rows={rows.filter(({ value }) => value !== null)} />;
}

function answered({ observerName, answerLate }: PracticeRow, at: string): string {
  return `${formatDateTime(at)}, ${observerName}${answerLate ? ", after the time limit" : ""}`;
}
