import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { formatDate, formatDateTime, londonDate } from "@/lib/platform/dates";
import type { TimelineEntry } from "@/lib/sign-off/record/timeline/rules";
import { Typed } from "./typed";

/** Everything that ever happened, latest first. */
export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return <p>Nothing has happened yet.</p>;
  return (
    <Timeline>
      {entries.map(({ id, at, kind, title, byName, detail }) => (
        <TimelineItem
          key={id}
          heading={title}
          when={kind === "theory" ? formatDate(londonDate(at)) : formatDateTime(at)}
          dateTime={at}
          by={byName ?? undefined}
        >
          {detail && <Typed>{detail}</Typed>}
        </TimelineItem>
      ))}
    </Timeline>
  );
}
