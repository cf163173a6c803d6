import { Select } from "@/components/forms/select";
import type { PracticeRule } from "@/lib/competencies/rules";
import { inSettingWords, settingKindWords } from "@/lib/competencies/words";
import type { PracticeLists } from "@/lib/evidence/practice/choices/queries";
import type { PracticeStart } from "./start";

interface Props {
  rule: PracticeRule;
  lists: PracticeLists;
  start: PracticeStart;
}

/** Where it was done, and on which equipment where the competency is held for named equipment. */
export function PlaceFields({ rule, lists, start }: Props) {
  return (
    <>
      <Select
        name="settingId"
        label="Where was it?"
        hint={countingPlaces(rule)}
        placeholder="Select a place"
        defaultValue={start.settingId ?? ""}
        options={lists.settings.map(({ id, name, kind, siteName }) => ({
          value: id,
          label: `${name}, ${siteName} (${settingKindWords[kind].toLowerCase()})`,
        }))}
      />
      {rule.equipmentSpecific && (
        <Select
          name="equipmentId"
          label="Which equipment did you use?"
          hint="The sign-off will be for the equipment that you practised on"
          placeholder="Select the equipment"
          defaultValue={start.equipmentId ?? ""}
          options={lists.equipment.map(({ id, make, model, siteName }) => ({
            value: id,
            label: `${make} ${model}, ${siteName}`,
          }))}
        />
      )}
    </>
  );
}

function countingPlaces({ settingKinds }: PracticeRule): string | undefined {
  if (settingKinds.length === 0) return undefined;
  return `Counts only ${settingKinds.map((kind) => inSettingWords[kind]).join(" or ")}`;
}
