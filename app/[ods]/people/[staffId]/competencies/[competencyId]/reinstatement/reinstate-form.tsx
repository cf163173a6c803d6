import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { PasswordInput } from "@/components/forms/password-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import type { ReinstatementPage } from "@/lib/sign-off/holding/reinstatement/queries";
import { reinstatementStatement } from "@/lib/sign-off/words";
import { reinstateAction } from "../actions";

interface Props {
  actor: Actor;
  page: Omit<ReinstatementPage, "review"> & { review: NonNullable<ReinstatementPage["review"]> };
}

/** Signed like a decision: what it means stands above the password. */
export async function ReinstateForm({ actor, page: { person, version, review } }: Props) {
  return (
    <ActionForm action={reinstateAction.bind(null, actor.ods)} {...(await formStart(actor, "reinstate"))}>
      <input type="hidden" name="staffId" value={person.id} />
      <input type="hidden" name="competencyId" value={version.competencyId} />
      <input type="hidden" name="seenEventId" value={review.id} />
      <Textarea
        name="reason"
        label="How you reassessed them, and what you saw"
        hint={`${person.name} reads this. Give no patient details`}
      />
      <h2 className="nhsuk-heading-s">What your signature means</h2>
      <InsetText>
        <p>{reinstatementStatement(person.name, version.title)}</p>
      </InsetText>
      <PasswordInput
        name="password"
        label="Your password"
        hint="Each signature needs its own proof that it is you"
      />
      <SubmitButton>Reinstate and sign</SubmitButton>
    </ActionForm>
  );
}
