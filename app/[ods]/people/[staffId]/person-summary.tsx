import { SummaryList } from "@/components/ui/summary-list";
import type { PersonDetails } from "@/lib/people/staff/queries";
import { formatDate } from "@/lib/platform/dates";

export function PersonSummary({ person }: { person: PersonDetails }) {
  const posts = person.posts.map(({ jobRole, band, teamName }) => `${jobRole}, band ${band}, ${teamName}`);
  return (
    <SummaryList
      rows={[
        { key: "Post", value: posts.join("; ") || "No post today" },
        { key: "Employee number", value: person.employeeNumber },
        { key: "Started", value: formatDate(person.startedOn) },
        ...(person.endedOn ? [{ key: "Leaves or left", value: formatDate(person.endedOn) }] : []),
      ]}
    />
  );
}
