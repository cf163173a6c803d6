import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction, FormState } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import type { IsoDate } from "@/lib/platform/dates";

interface Props {
  action: FormAction;
  start: { formKey: string; initial?: FormState };
  id: string;
  /** Whose requirement or cover it is. */
  teamId?: string;
  today: IsoDate;
  button: string;
}

/** Ends a dated fact on a day, which is today unless another is typed. */
export function EndForm({ action, start, id, teamId, today, button }: Props) {
  return (
    <ActionForm action={action} {...start}>
      <input type="hidden" name="id" value={id} />
      {teamId && <input type="hidden" name="teamId" value={teamId} />}
      <DateField
        name="validUntil"
        legend="From which day should it no longer hold?"
        hint="Everything before that day stays as it was"
        defaultValue={today}
      />
      <SubmitButton variant="warning">{button}</SubmitButton>
    </ActionForm>
  );
}
