import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormState } from "@/components/forms/form-state";
import { Radios } from "@/components/forms/radios";
import { SubmitButton } from "@/components/forms/submit-button";
import { Textarea } from "@/components/forms/textarea";
import { registrationOutcomes } from "@/lib/people/rules";
import { outcomeWords } from "@/lib/people/words";
import { addMonths, type IsoDate } from "@/lib/platform/dates";
import { recordCheckAction } from "../actions";

interface Props {
  ods: string;
  start: { formKey: string; initial?: FormState };
  id: string;
  today: IsoDate;
  /** The last look at the register found no lapse and no conditions. */
  lastClean: boolean;
}

/** After a clean check one press records the usual answer. After any other nothing is chosen for the lead. */
export function CheckForm({ ods, start, id, today, lastClean }: Props) {
  return (
    <ActionForm action={recordCheckAction.bind(null, ods)} {...start}>
      <input type="hidden" name="registrationId" value={id} />
      <Radios
        name="outcome"
        legend="What does the public register say today?"
        hint="Look at the register itself before you answer"
        defaultValue={lastClean ? "registered" : undefined}
        options={registrationOutcomes.map((value) => ({ value, label: outcomeWords[value] }))}
      />
      <DateField
        name="nextCheckDueOn"
        legend="Last day on which this check counts"
        hint="The register's own expiry, where it shows one"
        defaultValue={lastClean ? addMonths(today, 12) : undefined}
      />
      <Textarea
        name="conditions"
        label="What the conditions say"
        hint="Only where the register shows conditions"
        rows={3}
        maxLength={1000}
      />
      <DateField
        name="effectiveOn"
        legend="Since when is this so? (optional)"
        hint="Leave it empty for today. A lapse found today may have begun earlier"
      />
      <SubmitButton>Record check</SubmitButton>
    </ActionForm>
  );
}
