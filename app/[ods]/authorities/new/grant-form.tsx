import { formStart } from "@/app/_server/forms/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { authorityKinds, equipmentPractisedOn } from "@/lib/sign-off/authority/rules";
import { authorityKindWords } from "@/lib/sign-off/authority/words";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import { grantAuthorityAction } from "../actions";

interface Props {
  actor: Actor;
  record: CompetencyRecord;
  today: IsoDate;
}

/** The employer's document, from when to when, and for which equipment. */
export async function GrantForm({ actor, record, today }: Props) {
  const { person, version, practices } = record;
  const equipment = equipmentPractisedOn(practices);
  const { needsEntitlement, needsScopeExtension } = version.rule;
  const asked = authorityKinds.filter((kind) =>
    kind === "entitlement" ? needsEntitlement : needsScopeExtension,
  );
  if (asked.length === 0)
    return <p>This competency counts on the sign-off alone: no authority is asked for.</p>;
  return (
    <ActionForm action={grantAuthorityAction.bind(null, actor.ods)} {...(await formStart(actor))}>
      <input type="hidden" name="staffId" value={person.id} />
      <input type="hidden" name="competencyId" value={version.competencyId} />
      <Radios
        name="kind"
        legend="What do you grant?"
        options={asked.map((kind) => ({ value: kind, label: authorityKindWords[kind] }))}
        defaultValue={asked.length === 1 ? asked[0] : undefined}
      />
      <TextInput
        name="document"
        label="Document"
        hint="The reference of the employer’s document that says so"
        width="30"
      />
      <DateField name="validFrom" legend="First day" defaultValue={today} />
      <DateField name="lastDay" legend="Last day (optional)" hint="Left empty, it holds until it is ended" />
      {equipment.length > 0 && (
        <Select
          name="equipmentId"
          label="Equipment"
          hint={`What ${person.name} has practised on`}
          placeholder="Any that the sign-off is for"
          options={equipment.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SubmitButton>Grant authority</SubmitButton>
    </ActionForm>
  );
}
