import { formStart } from "@/app/_server/form-start";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import { Radios } from "@/components/forms/radios";
import { Select } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextInput } from "@/components/forms/text-input";
import type { Actor } from "@/lib/auth/actor";
import type { listEquipment } from "@/lib/people/places/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { authorityKinds } from "@/lib/sign-off/authority/rules";
import { authorityKindWords } from "@/lib/sign-off/authority/words";
import type { CompetencyRecord } from "@/lib/sign-off/record/queries";
import { grantAuthorityAction } from "../actions";

interface Props {
  actor: Actor;
  record: CompetencyRecord;
  equipment: Awaited<ReturnType<typeof listEquipment>>;
  today: IsoDate;
}

/** The employer's document, from when to when, and for which equipment. */
export async function GrantForm({ actor, record: { person, version }, equipment, today }: Props) {
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
      <Select
        name="equipmentId"
        label="Equipment"
        placeholder="Any equipment of this competency"
        options={equipment.map(({ id, make, model, siteName }) => ({
          value: id,
          label: `${make} ${model}, ${siteName}`,
        }))}
      />
      <SubmitButton>Grant authority</SubmitButton>
    </ActionForm>
  );
}
