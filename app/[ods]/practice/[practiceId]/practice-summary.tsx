import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import { supervisionWords } from "@/lib/competencies/words";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { outcomeText } from "@/lib/evidence/words";
import { formatDate, formatDateTime } from "@/lib/platform/dates";
import { PracticeTag } from "../../_record/practice-tag";
import { Typed } from "../../_record/typed";

/** What was recorded, and how it was answered. */
export function PracticeSummary({ practice }: { practice: PracticeRow }) {
  return <SummaryList rows={[...recorded(practice), ...answered(practice), ...withdrawn(practice)]} />;
}

function recorded(practice: PracticeRow): SummaryRow[] {
  const { performances, simulated, note, equipmentName, incidentReference } = practice;
  const kind = simulated ? "simulated" : "real work";
  const rows: (SummaryRow | null)[] = [
    { key: "State", value: <PracticeTag state={practice.state} /> },
    { key: "Day", value: formatDate(practice.performedOn) },
    { key: "How many", value: `${performances}, ${kind}` },
    { key: "Where", value: practice.settingName },
    equipmentName ? { key: "Equipment", value: equipmentName } : null,
    { key: "Supervision", value: supervisionWords[practice.supervision] },
    { key: "Who watched", value: practice.observerName },
    { key: "Outcome", value: outcomeText(practice.outcome) },
    note ? { key: "Note", value: <Typed>{note}</Typed> } : null,
    incidentReference ? { key: "Incident reference", value: incidentReference } : null,
    { key: "Recorded", value: formatDateTime(practice.recordedAt) },
  ];
  return rows.filter((row) => row !== null);
}

function answered({ answeredAt, answerReason, answerLate, observerName }: PracticeRow): SummaryRow[] {
  if (!answeredAt) return [];
  const late = answerLate ? ", after the time limit" : "";
  const rows: SummaryRow[] = [
    { key: "Answered", value: `${formatDateTime(answeredAt)}, by ${observerName}${late}` },
  ];
  if (answerReason) rows.push({ key: "Reason", value: <Typed>{answerReason}</Typed> });
  return rows;
}

function withdrawn({ withdrawnAt, withdrawnReason }: PracticeRow): SummaryRow[] {
  if (!withdrawnAt) return [];
  const rows: SummaryRow[] = [{ key: "Withdrawn", value: formatDateTime(withdrawnAt) }];
  if (withdrawnReason) rows.push({ key: "Why", value: <Typed>{withdrawnReason}</Typed> });
  return rows;
}
