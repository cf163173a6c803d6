import { TaskList } from "@/components/ui/task-list";
import type { RecordItem } from "@/lib/sign-off/record/queries";
import { StandingTag } from "../../_record/standing-tag";

interface Props {
  heading: string;
  items: readonly RecordItem[];
  hrefOf: (competencyId: string) => string;
}

/** Competencies that are likely to be the one, with where they stand. */
export function FirstChoices({ heading, items, hrefOf }: Props) {
  if (items.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">{heading}</h2>
      <TaskList
        tasks={items.map(({ competencyId, title, groupTitle, standing }) => ({
          id: competencyId,
          title,
          href: hrefOf(competencyId),
          hint: groupTitle,
          status: <StandingTag standing={standing} />,
        }))}
      />
    </>
  );
}
