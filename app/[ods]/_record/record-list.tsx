import { TaskList } from "@/components/ui/task-list";
import { requirementKindWords } from "@/lib/competencies/words";
import { formatDate } from "@/lib/platform/dates";
import { isHeld } from "@/lib/sign-off/holding/status/rules";
import { nextStepSentence } from "@/lib/sign-off/next-step/words";
import type { RecordFramework, RecordItem } from "@/lib/sign-off/record/queries";
import { StandingTag } from "./standing-tag";

interface Props {
  frameworks: readonly Pick<RecordFramework, "id" | "title" | "items">[];
  hrefOf: (item: RecordItem) => string;
  /** The person's own list says the next step; a list about somebody else says what is required. */
  own?: boolean;
}

/** A record as task lists, one a framework, with each competency's status in words. */
export function RecordList({ frameworks, hrefOf, own = false }: Props) {
  return frameworks.map(({ id, title, items }) => (
    <section key={id} aria-labelledby={`framework-${id}`}>
      <h2 className="nhsuk-heading-m" id={`framework-${id}`}>
        {title}
      </h2>
      <TaskList
        tasks={items.map((item) => ({
          id: item.competencyId,
          title: item.title,
          href: hrefOf(item),
          hint: hintOf(item, own),
          status: <StandingTag standing={item.standing} />,
        }))}
      />
    </section>
  ));
}

function hintOf(item: RecordItem, own: boolean): string {
  const { requirement, groupTitle, standing, request } = item;
  const kind = requirement ? `${groupTitle}, ${requirementKindWords[requirement].toLowerCase()}` : groupTitle;
  const { nextStep } = standing;
  const valid = isHeld(standing.status) && standing.expiresOn;
  return [
    kind,
    own && request?.state === "draft" && "Request saved, not sent yet",
    own && nextStep && nextStepSentence(nextStep),
    valid && !(own && nextStep) && `Valid until ${formatDate(standing.expiresOn ?? "")}`,
  ]
    .filter(Boolean)
    .join(". ");
}
