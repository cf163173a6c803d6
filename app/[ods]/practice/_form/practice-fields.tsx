import { DateField } from "@/components/forms/date-field";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { TextInput } from "@/components/forms/text-input";
import { Textarea } from "@/components/forms/textarea";
import type { PracticeRule } from "@/lib/competencies/rules";
import { supervisionWords } from "@/lib/competencies/words";
import type { PracticeLists } from "@/lib/evidence/practice/choices/queries";
import type { PracticeOutcome } from "@/lib/evidence/rules";
import { outcomeWords } from "@/lib/evidence/words";
import { PlaceFields } from "./place-fields";
import type { PracticeStart } from "./start";

interface Props {
  competencyId: string;
  rule: PracticeRule;
  lists: PracticeLists;
  start: PracticeStart;
}

/** What was done, where, how closely watched and by whom. Everything but the outcome can be proposed. */
export function PracticeFields({ competencyId, rule, lists, start }: Props) {
  return (
    <>
      <input type="hidden" name="competencyId" value={competencyId} />
      <Radios
        name="outcome"
        legend="How did it go?"
        legendSize="m"
        defaultValue={start.outcome ?? undefined}
        options={outcomes}
      />
      <DateField name="performedOn" legend="When was it?" defaultValue={start.performedOn} />
      <PlaceFields rule={rule} lists={lists} start={start} />
      <Radios
        name="supervision"
        legend="How closely were you watched?"
        defaultValue={start.supervision}
        hint={
          rule.directOnly
            ? "Until you are entitled, this task is done under direct supervision only"
            : undefined
        }
        options={[
          { value: "direct", label: supervisionWords.direct },
          { value: "indirect", label: supervisionWords.indirect },
        ]}
      />
      <Select
        name="observerId"
        label="Who watched?"
        hint="They are asked to confirm it"
        placeholder="Select a person"
        defaultValue={start.observerId ?? ""}
        options={lists.observers.map(({ id, name, supervises }) => ({
          value: id,
          label: supervises ? `${name}, supervises you` : name,
        }))}
      />
      <TextInput
        name="performances"
        label="How many, all alike?"
        hint="The same task, place, person watching and outcome, on that day"
        inputMode="numeric"
        width="2"
        defaultValue={String(start.performances)}
      />
      <Radios
        name="simulated"
        legend="Was it real or simulated?"
        inline
        defaultValue={start.simulated ? "yes" : "no"}
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
        defaultValue={start.note ?? undefined}
      />
      <TextInput
        name="incidentReference"
        label="Incident reference, if something went wrong"
        hint="If a patient was harmed, or nearly, report the incident first, in your trust’s incident system. Only its reference is kept here."
        width="20"
        defaultValue={start.incidentReference ?? undefined}
      />
    </>
  );
}

const outcomeHints: Partial<Record<PracticeOutcome, string>> = {
  prompted: "Worth recording, but it does not count yet",
  stopped: "You or the person who watched stopped it",
};

const outcomes = (["achieved", "prompted", "stopped"] as const).map((value) => ({
  value,
  label: outcomeWords[value],
  hint: outcomeHints[value],
}));
