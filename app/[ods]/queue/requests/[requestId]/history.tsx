import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { formatDateTime } from "@/lib/platform/dates";
import { stepWords } from "@/lib/sign-off/record/words";
import type { StepRow } from "@/lib/sign-off/request/queries";
import { Typed } from "../../../_record/typed";

/** Every step of the request, latest first. */
export function History({ steps }: { steps: readonly StepRow[] }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">History of this request</h2>
      <Timeline>
        {steps.map(({ id, step, takenAt, takenByName, note }) => (
          <TimelineItem
            key={id}
            heading={stepWords[step]}
            when={formatDateTime(takenAt)}
            dateTime={takenAt}
            by={takenByName}
          >
            {note && <Typed>{note}</Typed>}
          </TimelineItem>
        ))}
      </Timeline>
    </>
  );
}
