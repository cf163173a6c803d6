import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import type { Actor } from "@/lib/auth/actor";
import { mayComment } from "@/lib/evidence/policy";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { formatDateTime } from "@/lib/platform/dates";
import { Typed } from "../../_record/typed";
import { commentAction } from "./actions";

interface Props {
  actor: Actor;
  practice: PracticeRow;
  comments: readonly { id: string; text: string; recordedAt: string }[];
}

/** The owner's own remarks. They change nothing that was confirmed, and stay. */
export function Comments({ actor, practice, comments }: Props) {
  const mayAdd = practice.state !== "draft" && mayComment(actor, { ownerId: practice.staffId }).allowed;
  if (!mayAdd && comments.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">Comments</h2>
      {comments.length > 0 && (
        <Timeline>
          {comments.map(({ id, text, recordedAt }) => (
            <TimelineItem
              key={id}
              heading={`Comment by ${practice.ownerName}`}
              when={formatDateTime(recordedAt)}
              dateTime={recordedAt}
            >
              <Typed>{text}</Typed>
            </TimelineItem>
          ))}
        </Timeline>
      )}
      {mayAdd && <CommentForm actor={actor} practiceId={practice.id} />}
    </>
  );
}

async function CommentForm({ actor, practiceId }: { actor: Actor; practiceId: string }) {
  return (
    <ActionForm
      action={commentAction.bind(null, actor.ods)}
      idPrefix="comment"
      {...(await formStart(actor, "comment"))}
    >
      <input type="hidden" name="practiceId" value={practiceId} />
      <Textarea
        name="text"
        label="Add a comment"
        hint="It stays on the record and can’t be changed. No patient details"
        rows={3}
      />
      <SubmitButton variant="secondary">Save comment</SubmitButton>
    </ActionForm>
  );
}
