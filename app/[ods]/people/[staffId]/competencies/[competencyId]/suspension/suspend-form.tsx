import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { Textarea } from "@/components/forms/textarea";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import { suspendAction } from "../actions";

interface Props {
  ods: string;
  actor: Actor;
  person: { id: string; name: string };
  competencyId: string;
}

/** At once, and neutral: lists say only "not current"; the reason is for the person, their manager and the reviewer. */
export async function SuspendForm({ ods, actor, person, competencyId }: Props) {
  return (
    <ActionForm action={suspendAction.bind(null, ods)} {...(await formStart(actor, "suspend"))}>
      <InsetText>
        <p>
          This is a neutral act pending review. It holds at once, and {person.name} is told. Others see only
          that the competency is not current.
        </p>
      </InsetText>
      <input type="hidden" name="staffId" value={person.id} />
      <input type="hidden" name="competencyId" value={competencyId} />
      <Textarea name="reason" label="Reason" hint={`${person.name} reads this. Give no patient details`} />
      <TextInput
        name="incidentReference"
        label="Incident reference (optional)"
        hint="If a patient was harmed or nearly, report the incident first. Only its reference is kept here"
        width="20"
      />
      <SubmitButton variant="warning">Suspend pending review</SubmitButton>
    </ActionForm>
  );
}
