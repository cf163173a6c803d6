import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import { Textarea } from "@/components/forms/textarea";
import { InsetText } from "@/components/ui/inset-text";
import type { Actor } from "@/lib/auth/actor";
import { restrictAction } from "../actions";

interface Choice {
  value: string;
  label: string;
}

interface Props {
  actor: Actor;
  person: { id: string; name: string };
  competencyId: string;
  sites: readonly Choice[];
  equipment: readonly Choice[];
}

const supervision = [
  { value: "direct", label: "Only under direct supervision" },
  { value: "indirect", label: "Only with a supervisor at hand" },
];

/** At least one limit; each that is left empty does not limit. Lifted, like a suspension, after reassessment. */
export async function RestrictForm({ actor, person, competencyId, sites, equipment }: Props) {
  return (
    <ActionForm action={restrictAction.bind(null, actor.ods)} {...(await formStart(actor, "restrict"))}>
      <InsetText>
        <p>
          {person.name} goes on within the limits that you name, is told at once, and no longer counts towards
          cover. It is lifted after reassessment. Others see only that the competency is not current.
        </p>
      </InsetText>
      <input type="hidden" name="staffId" value={person.id} />
      <input type="hidden" name="competencyId" value={competencyId} />
      <Select name="siteId" label="Site (optional)" placeholder="Any site" options={sites} />
      {equipment.length > 0 && (
        <Select
          name="equipmentId"
          label="Equipment (optional)"
          hint="Of what the sign-off is for"
          placeholder="All that the sign-off is for"
          options={equipment}
        />
      )}
      <Select
        name="supervision"
        label="Supervision (optional)"
        placeholder="As before"
        options={supervision}
      />
      <Textarea
        name="limits"
        label="Other limits (optional)"
        hint="Such as “not on nights”. Give no patient details"
        rows={3}
      />
      <Textarea name="reason" label="Reason" hint={`${person.name} reads this. Give no patient details`} />
      <TextInput
        name="incidentReference"
        label="Incident reference (optional)"
        hint="If a patient was harmed or nearly, report the incident first. Only its reference is kept here"
        width="20"
      />
      <SubmitButton variant="warning">Restrict to these limits</SubmitButton>
    </ActionForm>
  );
}
