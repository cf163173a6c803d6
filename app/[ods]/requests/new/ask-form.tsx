import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { Textarea } from "@/components/forms/textarea";
import type { Actor } from "@/lib/auth/actor";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import { NotAllThere } from "../not-all-there";
import { SendButtons } from "../send-buttons";
import { SupervisorField } from "../supervisor-field";
import { askAction } from "./actions";

export async function AskForm({ actor, record }: { actor: Actor; record: CompetencyRecord }) {
  const { version, standing, supervisors } = record;
  return (
    <>
      <NotAllThere standing={standing} />
      <ActionForm action={askAction.bind(null, actor.ods)} {...(await formStart(actor))}>
        <input type="hidden" name="competencyId" value={version.competencyId} />
        <SupervisorField supervisors={supervisors} />
        <Textarea
          name="note"
          label="Note to your supervisor, if you want to add one"
          hint="No patient details: no names, numbers or dates of birth"
          rows={3}
        />
        <SendButtons />
      </ActionForm>
    </>
  );
}
