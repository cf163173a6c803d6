import { trustPath } from "@/app/_server/addresses";
import { Tag } from "@/components/ui/tag";
import type { Task } from "@/components/ui/task-list";
import type { Actor } from "@/lib/auth/actor";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { practiceStateSentences } from "@/lib/evidence/words";
import { formatDate } from "@/lib/platform/dates";
import { nextStepSentence } from "@/lib/sign-off/next-step/words";
import type { RecordItem } from "@/lib/sign-off/record/queries";
import { PracticeTag } from "../_record/practice-tag";
import { StandingTag } from "../_record/standing-tag";

/** A competency, with the one step that moves it on. */
export function competencyTask(actor: Actor, item: RecordItem): Task {
  const { competencyId, title, standing } = item;
  return {
    id: competencyId,
    title,
    href: trustPath(actor, "competencies", competencyId),
    hint: standing.nextStep && nextStepSentence(standing.nextStep),
    status: <StandingTag standing={standing} />,
  };
}

/** A request that was saved for later, and that nobody else knows of. */
export function unsentTask(actor: Actor, { competencyId, title, request }: RecordItem): Task {
  return {
    id: `unsent-${competencyId}`,
    title,
    href: trustPath(actor, "requests", request?.id ?? ""),
    hint: "Your request for sign-off is saved. Send it, change it or withdraw it",
    status: (
      <Tag colour="grey" shape="dots">
        Not sent yet
      </Tag>
    ),
  };
}

/** Practice of one's own that is a draft, has lapsed or was not confirmed. */
export function practiceTask(actor: Actor, practice: PracticeRow): Task {
  const { id, competencyTitle, performedOn, state } = practice;
  return {
    id,
    title: `${competencyTitle}, ${formatDate(performedOn)}`,
    href: trustPath(actor, "practice", id),
    hint: practiceStateSentences[state],
    status: <PracticeTag state={state} />,
  };
}
