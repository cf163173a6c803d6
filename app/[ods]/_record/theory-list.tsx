import { SummaryList } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import { formatDate, type IsoDate } from "@/lib/platform/dates";

/** E-learning and written assessments that come before practice, and when each was done. */
export function TheoryList({
  theory,
}: {
  theory: readonly { id: string; name: string; doneOn: IsoDate | null }[];
}) {
  if (theory.length === 0) return <p>No theory is asked for.</p>;
  const rows = theory.map(({ name, doneOn }) => ({
    key: name,
    value: doneOn ? `Done on ${formatDate(doneOn)}` : <NotYet>Not done yet</NotYet>,
  }));
  return <SummaryList rows={rows} />;
}

interface PrerequisiteProps {
  prerequisites: readonly { id: string; title: string; current: boolean }[];
  hrefOf?: (competencyId: string) => string;
}

/** Competencies that have to be signed off and in date first. */
export function PrerequisiteList({ prerequisites, hrefOf }: PrerequisiteProps) {
  if (prerequisites.length === 0) return <p>No other competency is asked for first.</p>;
  return (
    <ul className="nhsuk-list">
      {prerequisites.map(({ id, title, current }) => (
        <li key={id}>
          {hrefOf ? <a href={hrefOf(id)}>{title}</a> : title}{" "}
          {current ? "is signed off and in date" : <NotYet>Not current</NotYet>}
        </li>
      ))}
    </ul>
  );
}

function NotYet({ children }: { children: string }) {
  return (
    <Tag colour="grey" shape="ring">
      {children}
    </Tag>
  );
}
