import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormState } from "@/components/forms/form-state";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { requirementKinds } from "@/lib/competencies/rules";
import { requirementKindWords } from "@/lib/competencies/words";
import type { IsoDate } from "@/lib/platform/dates";
import type { OptionGroup } from "../../options";
import { setRequirementAction } from "./actions";

interface Props {
  ods: string;
  teamId: string;
  today: IsoDate;
  competencies: readonly OptionGroup[];
  jobRoles: readonly { value: string; label: string }[];
  start: { formKey: string; initial?: FormState };
}

/** Sets a requirement, or changes one from a day on. */
export function RequirementForm({ ods, teamId, today, competencies, jobRoles, start }: Props) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">Set or change a requirement</h2>
      <ActionForm action={setRequirementAction.bind(null, ods)} {...start} idPrefix="requirement">
        <input type="hidden" name="teamId" value={teamId} />
        <Select name="jobRoleId" label="Job role" placeholder="Select a job role" options={jobRoles} />
        <Select
          name="competencyId"
          label="Competency"
          placeholder="Select a competency"
          options={competencies}
        />
        <Radios
          name="kind"
          legend="Is it mandatory?"
          defaultValue="mandatory"
          options={requirementKinds.map((value) => ({ value, label: requirementKindWords[value] }))}
        />
        <TextInput
          name="dueDays"
          label="Due within how many days of starting?"
          hint="0 is part of induction, due from day one"
          inputMode="numeric"
          width="4"
        />
        <DateField name="validFrom" legend="Required from" defaultValue={today} />
        <SubmitButton>Set requirement</SubmitButton>
      </ActionForm>
    </section>
  );
}
