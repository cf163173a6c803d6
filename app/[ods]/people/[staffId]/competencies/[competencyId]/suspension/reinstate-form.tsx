import { formStart } from "@/app/_server/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import type { Actor } from "@/lib/auth/actor";
import { reinstateAction } from "../actions";

interface Props {
  ods: string;
  actor: Actor;
  person: { id: string; name: string };
  competencyId: string;
}

/** Lifted by an eligible signer after reassessment: the command asks for the same registration as a signature. */
export async function ReinstateForm({ ods, actor, person, competencyId }: Props) {
  return (
    <ActionForm action={reinstateAction.bind(null, ods)} {...(await formStart(actor, "reinstate"))}>
      <input type="hidden" name="staffId" value={person.id} />
      <input type="hidden" name="competencyId" value={competencyId} />
      <Textarea
        name="reason"
        label="How you reassessed them, and what you saw"
        hint={`${person.name} reads this. Give no patient details`}
      />
      <SubmitButton>Reinstate</SubmitButton>
    </ActionForm>
  );
}
