import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { Textarea } from "@/components/forms/textarea";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import type { RequestRow } from "@/lib/sign-off/request/queries";
import { canSend } from "@/lib/sign-off/request/rules";
import type { StepRow } from "@/lib/sign-off/request/steps/queries";
import { NotAllThere } from "../not-all-there";
import { NotToAsk } from "../not-to-ask";
import { SendButtons } from "../send-buttons";
import { SupervisorField } from "../supervisor-field";
import { draftAction } from "./actions";

interface Props {
  actor: Actor;
  request: RequestRow;
  steps: readonly StepRow[];
  record: CompetencyRecord;
}

/** A request that was saved for later, as it was left. */
export function FinishDraft(props: Props) {
  const { actor, record } = props;
  return (
    <>
      <InsetText>
        <p>You have not sent this yet. Nobody else sees it until you do.</p>
      </InsetText>
      <NotToAsk actor={actor} record={record} />
      {canSend(record) && <DraftForm {...props} />}
    </>
  );
}

async function DraftForm({ actor, request, steps, record }: Props) {
  const note = steps.find(({ step }) => step === "draft")?.note ?? "";
  return (
    <>
      <NotAllThere standing={record.standing} />
      <ActionForm
        action={draftAction.bind(null, actor.ods)}
        idPrefix="draft"
        {...(await formStart(actor, "draft"))}
      >
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="seenVersion" value={request.version} />
        <SupervisorField supervisors={record.supervisors} namedId={request.addressedToId} />
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
