import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormState } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { clearConditionsAction } from "../actions";

interface Props {
  ods: string;
  start: { formKey: string; initial?: FormState };
  check: { id: string };
}

/** Conditions bar signing until a lead has recorded, dated, that they do not bear on assessing. */
export function ClearanceForm({ ods, start, check }: Props) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">The conditions do not bear on assessing</h2>
      <p>Record this only if you have read the conditions. It counts for this check alone.</p>
      <ActionForm action={clearConditionsAction.bind(null, ods)} {...start} idPrefix="clearance">
        <input type="hidden" name="registrationCheckId" value={check.id} />
        <Textarea name="reason" label="Why they do not bear on assessing" rows={3} maxLength={1000} />
        <DateField
          name="validUntil"
          legend="Until (optional)"
          hint="The first day on which this no longer holds"
        />
        <SubmitButton variant="secondary">Record that they do not</SubmitButton>
      </ActionForm>
    </section>
  );
}
