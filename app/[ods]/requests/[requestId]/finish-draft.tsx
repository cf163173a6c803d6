import { formStart } from "@/app/_server/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { Textarea } from "@/components/forms/textarea";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import type { Supervisor } from "@/lib/sign-off/record/queries";
import type { RequestRow, StepRow } from "@/lib/sign-off/request/queries";
import { SendButtons } from "../send-buttons";
import { SupervisorField } from "../supervisor-field";
import { draftAction } from "./actions";

interface Props {
  actor: Actor;
  request: RequestRow;
  steps: readonly StepRow[];
  supervisors: readonly Supervisor[];
}

/** A request that was saved for later, as it was left. */
export async function FinishDraft({ actor, request, steps, supervisors }: Props) {
  const note = steps.find(({ step }) => step === "draft")?.note ?? "";
  return (
    <>
      <InsetText>
        <p>You have not sent this yet. Nobody else sees it until you do.</p>
      </InsetText>
      <ActionForm
        action={draftAction.bind(null, actor.ods)}
        idPrefix="draft"
        {...(await formStart(actor, "draft"))}
      >
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="seenVersion" value={request.version} />
        <SupervisorField actor={actor} supervisors={supervisors} chosen={request.addressedToId} />
        <Textarea
          name="note"
          label="Note to your supervisor, if you want to add one"
          hint="No patient details: no names, numbers or dates of birth"
          rows={3}
          defaultValue={note}
        />
        <SendButtons />
      </ActionForm>
    </>
  );
}
