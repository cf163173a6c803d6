import { DateField } from "@/components/forms/date-field";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { TextInput } from "@/components/forms/text-input";
import { Textarea } from "@/components/forms/textarea";
import type { PracticeRule } from "@/lib/competencies/rules";
import { settingKindWords } from "@/lib/competencies/words";
import { practiceOutcomes } from "@/lib/evidence/rules";
import { outcomeWords } from "@/lib/evidence/words";
import type { listEquipment, listSettings } from "@/lib/people/places/queries";
import type { IsoDate } from "@/lib/platform/dates";

interface Props {
  rule: PracticeRule;
  today: IsoDate;
  settings: Awaited<ReturnType<typeof listSettings>>;
  equipment: Awaited<ReturnType<typeof listEquipment>>;
}

/** What was watched. How it went is never guessed. */
export function WatchedPracticeFields({ rule, today, settings, equipment }: Props) {
  return (
    <>
      <Radios
        name="outcome"
        legend="How did it go?"
        legendSize="m"
        options={practiceOutcomes.map((value) => ({ value, label: outcomeWords[value] }))}
      />
      <DateField name="performedOn" legend="When was it?" defaultValue={today} />
      <Select
        name="settingId"
        label="Where was it?"
        placeholder="Select a place"
        options={settings.map(({ id, name, kind, siteName }) => ({
          value: id,
          label: `${name}, ${siteName} (${settingKindWords[kind].toLowerCase()})`,
        }))}
      />
      {rule.equipmentSpecific && (
        <Select
          name="equipmentId"
          label="Which equipment did they use?"
          placeholder="Select the equipment"
          options={equipment.map(({ id, make, model, siteName }) => ({
            value: id,
            label: `${make} ${model}, ${siteName}`,
          }))}
        />
      )}
      <Radios
        name="supervision"
        legend="How closely did you watch?"
        hint={
          rule.directOnly ? "Until they are entitled, this is done under direct supervision only" : undefined
        }
        defaultValue="direct"
        options={[
          { value: "direct", label: "Direct: I was beside them throughout" },
          { value: "indirect", label: "Indirect: I was at hand, and judged by what I saw and by the result" },
        ]}
      />
      <TextInput
        name="performances"
        label="How many, all alike?"
        hint="The same task, place and outcome, on that day"
        inputMode="numeric"
        width="2"
        defaultValue="1"
      />
      <Radios
        name="simulated"
        legend="Was it real or simulated?"
        inline
        defaultValue="no"
        options={[
          { value: "no", label: "Real work" },
          { value: "yes", label: "Simulated" },
        ]}
      />
      <Textarea
        name="note"
        label="Note, if you want to add one"
        hint="No patient details: no names, numbers or dates of birth"
        rows={3}
      />
      <TextInput
        name="incidentReference"
        label="Incident reference, if something went wrong"
        hint="If a patient was harmed, or nearly, report the incident first. Only its reference is kept here"
        width="20"
      />
    </>
  );
}
