import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { formatDateTime } from "@/lib/platform/dates";
import { stepTaker, stepWords } from "@/lib/sign-off/record/words";
import type { StepRow } from "@/lib/sign-off/request/steps/queries";
import { Typed } from "../../../_record/typed";

/** Every step of the request, latest first. */
export function History({ steps }: { steps: readonly StepRow[] }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">History of this request</h2>
      <Timeline>
        {steps.map((taken) => (
          <TimelineItem
            key={taken.id}
            heading={stepWords[taken.step]}
            when={formatDateTime(taken.takenAt)}
            dateTime={taken.takenAt}
            by={stepTaker(taken)}
          >
            {taken.note && <Typed>{taken.note}</Typed>}
          </TimelineItem>
        ))}
      </Timeline>
    </>
  );
}
