import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { formatDateTime } from "@/lib/platform/dates";
import { stepTaker, stepWords } from "@/lib/sign-off/record/words";
import type { StepRow } from "@/lib/sign-off/request/steps/queries";
import { Typed } from "../../_record/typed";

/** What happened to a request, latest first; earlier rounds stay. */
export function Steps({ steps }: { steps: readonly StepRow[] }) {
  return (
    <Timeline>
      {steps.map((taken) => (
        <TimelineItem
          key={taken.id}
          heading={headingOf(taken)}
          when={formatDateTime(taken.takenAt)}
          dateTime={taken.takenAt}
          by={stepTaker(taken)}
        >
          {taken.note && <Typed>{taken.note}</Typed>}
        </TimelineItem>
      ))}
    </Timeline>
  );
}

function headingOf({ step, round }: StepRow): string {
  return round > 1 ? `${stepWords[step]}, round ${round}` : stepWords[step];
}
