import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { formatDateTime } from "@/lib/platform/dates";
import { stepWords } from "@/lib/sign-off/record/words";
import type { StepRow } from "@/lib/sign-off/request/queries";
import { Typed } from "../../_record/typed";

/** What happened to a request, latest first; earlier rounds stay. */
export function Steps({ steps }: { steps: readonly StepRow[] }) {
  return (
    <Timeline>
      {steps.map(({ id, step, round, takenAt, takenByName, note }) => (
        <TimelineItem
          key={id}
          heading={round > 1 ? `${stepWords[step]}, round ${round}` : stepWords[step]}
          when={formatDateTime(takenAt)}
          dateTime={takenAt}
          by={takenByName}
        >
          {note && <Typed>{note}</Typed>}
        </TimelineItem>
      ))}
    </Timeline>
  );
}
