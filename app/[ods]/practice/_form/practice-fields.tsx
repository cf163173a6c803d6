import type { ReactNode } from "react";
import { DateField } from "@/components/forms/date-field";
import { Radios } from "@/components/forms/radios";
import { TextInput } from "@/components/forms/text-input";
import { Textarea } from "@/components/forms/textarea";
import type { PracticeRule } from "@/lib/competencies/rules";
import { outcomeWords } from "@/lib/evidence/words";
import { PlaceFields, type Places } from "./place-fields";
import type { PracticeStart } from "./start";
import type { PracticeWording } from "./wording";

interface Props {
  competencyId: string;
  rule: PracticeRule;
  places: Places;
  start: PracticeStart;
  wording: PracticeWording;
  /** Who watched, where that is a question. */
  observer?: ReactNode;
}

/** What was done, where, and how closely watched. Everything but the outcome can be proposed; a draft may leave that open. */
export function PracticeFields({ competencyId, rule, places, start, wording, observer }: Props) {
  return (
    <>
      <input type="hidden" name="competencyId" value={competencyId} />
      <Radios
        name="outcome"
        legend="How did it go?"
        legendSize="m"
        defaultValue={start.outcome ?? undefined}
        options={[
          { value: "achieved", label: outcomeWords.achieved },
          {
            value: "prompted",
            label: outcomeWords.prompted,
            hint: "Worth recording, but it does not count yet",
          },
          { value: "stopped", label: outcomeWords.stopped, hint: wording.stopped },
        ]}
      />
      <DateField name="performedOn" legend="When was it?" defaultValue={start.performedOn} />
      <PlaceFields competencyId={competencyId} rule={rule} places={places} start={start} wording={wording} />
      <Radios
        name="supervision"
        legend={wording.supervision}
        defaultValue={start.supervision}
        hint={rule.directOnly ? wording.directOnly : undefined}
        options={[
          { value: "direct", label: wording.direct },
          { value: "indirect", label: wording.indirect },
        ]}
      />
      {observer}
      <TextInput
        name="performances"
        label="How many, all alike?"
        hint={wording.alike}
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
      <WrittenFields start={start} />
    </>
  );
}

function WrittenFields({ start: { note, incidentReference } }: { start: PracticeStart }) {
  return (
    <>
      <Textarea
        name="note"
        label="Note, if you want to add one"
        hint="No patient details: no names, numbers or dates of birth"
        rows={3}
        defaultValue={note ?? undefined}
      />
      <TextInput
        name="incidentReference"
        label="Incident reference, if something went wrong"
        hint="If a patient was harmed, or nearly, report the incident first, in your trust’s incident system. Only its reference is kept here."
        width="20"
        defaultValue={incidentReference ?? undefined}
      />
    </>
  );
}
