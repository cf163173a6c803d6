import { trustPath } from "@/app/_server/addresses";
import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { WarningCallout } from "@/components/ui/warning-callout";
import type { Actor } from "@/lib/auth/actor";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import type { RequestRow } from "@/lib/sign-off/request/queries";
import { canSend } from "@/lib/sign-off/request/rules";
import type { StepRow } from "@/lib/sign-off/request/steps/queries";
import { Typed } from "../../_record/typed";
import { NotAllThere } from "../not-all-there";
import { NotToAsk } from "../not-to-ask";
import { SupervisorField } from "../supervisor-field";
import { resubmitAction } from "./actions";

interface Props {
  actor: Actor;
  request: RequestRow;
  steps: readonly StepRow[];
  record: CompetencyRecord;
}

/** What is missing, in the words of whoever returned it, and the form that asks again. */
export function AnswerReturn({ actor, request, steps, record }: Props) {
  const returned = steps.find(({ step }) => step === "return");
  return (
    <>
      <WarningCallout heading="What is missing">
        {returned?.note && <Typed>{returned.note}</Typed>}
        <p>{returned?.takenByName} returned your request. Ask again once it is there.</p>
      </WarningCallout>
      <p>
        <a href={`${trustPath(actor, "practice", "new")}?competency=${request.competencyId}`}>
          Record more practice first
        </a>
      </p>
      <NotToAsk actor={actor} record={record} />
      {canSend(record) && <ResubmitForm actor={actor} request={request} record={record} />}
    </>
  );
}

async function ResubmitForm({ actor, request, record }: Omit<Props, "steps">) {
  return (
    <>
      <NotAllThere standing={record.standing} />
      <ActionForm
        action={resubmitAction.bind(null, actor.ods)}
        idPrefix="resubmit"
        {...(await formStart(actor, "resubmit"))}
      >
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="seenVersion" value={request.version} />
        <SupervisorField supervisors={record.supervisors} namedId={request.addressedToId} />
        <Textarea
          name="note"
          label="What you have done since, if you want to say"
          hint="No patient details: no names, numbers or dates of birth"
          rows={3}
        />
        <SubmitButton>Ask again</SubmitButton>
      </ActionForm>
    </>
  );
}
