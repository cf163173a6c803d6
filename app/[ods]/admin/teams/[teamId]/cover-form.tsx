import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormState } from "@/components/forms/form-state";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { shiftPatterns } from "@/lib/people/rules";
import { shiftPatternWords } from "@/lib/people/words";
import type { IsoDate } from "@/lib/platform/dates";
import type { OptionGroup } from "../../options";
import { setCoverAction } from "./actions";

interface Props {
  ods: string;
  teamId: string;
  today: IsoDate;
  competencies: readonly OptionGroup[];
  start: { formKey: string; initial?: FormState };
}

/** Sets how many current holders the team needs, or changes it from a day on. */
export function CoverForm({ ods, teamId, today, competencies, start }: Props) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">Set or change cover</h2>
      <ActionForm action={setCoverAction.bind(null, ods)} {...start} idPrefix="cover">
        <input type="hidden" name="teamId" value={teamId} />
        <Select
          name="competencyId"
          label="Competency"
          placeholder="Select a competency"
          options={competencies}
        />
        <Select
          name="shiftPattern"
          label="Shift"
          defaultValue="any"
          options={shiftPatterns.map((value) => ({ value, label: shiftPatternWords[value] }))}
        />
        <TextInput
          name="minimum"
          label="How many people who are current does the team need?"
          inputMode="numeric"
          width="2"
        />
        <DateField name="validFrom" legend="Needed from" defaultValue={today} />
        <SubmitButton>Set cover</SubmitButton>
      </ActionForm>
    </section>
  );
}
