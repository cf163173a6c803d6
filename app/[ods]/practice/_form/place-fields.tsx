import { Select } from "@/components/forms/select";
import type { PracticeRule } from "@/lib/competencies/rules";
import { inSettingWords, settingKindWords } from "@/lib/competencies/words";
import type { PracticeLists } from "@/lib/evidence/practice/choices/queries";
import { groupEquipment, groupPlaces } from "@/lib/evidence/practice/choices/rules";
import type { LastUsed } from "@/lib/evidence/practice/rules";
import type { PracticeStart } from "./start";
import type { PracticeWording } from "./wording";

export interface Places extends Pick<PracticeLists, "settings" | "equipment"> {
  lastUsed: readonly LastUsed[];
  /** The equipment on which this competency has been practised. */
  practisedOn: readonly string[];
}

interface Props {
  competencyId: string;
  rule: PracticeRule;
  places: Places;
  start: PracticeStart;
  wording: PracticeWording;
}

/** Where it was done, and on which equipment where the competency is held for named equipment. */
export function PlaceFields({ competencyId, rule, places, start, wording }: Props) {
  const { settings, equipment, lastUsed, practisedOn } = places;
  const usedForThis = lastUsed
    .filter((used) => used.competencyId === competencyId)
    .flatMap(({ equipmentId }) => equipmentId ?? []);
  return (
    <>
      <Select
        name="settingId"
        label="Where was it?"
        hint={countingPlaces(rule)}
        placeholder="Select a place"
        defaultValue={start.settingId ?? ""}
        options={groupPlaces(
          settings,
          lastUsed.map(({ settingId }) => settingId),
          rule,
        ).map(({ label, places: among }) => ({
          label,
          options: among.map(({ id, name, kind, siteName }) => ({
            value: id,
            label: `${name}, ${siteName} (${settingKindWords[kind].toLowerCase()})`,
          })),
        }))}
      />
      {rule.equipmentSpecific && (
        <Select
          name="equipmentId"
          label={wording.equipment}
          hint="The sign-off will be for the equipment that was practised on"
          placeholder="Select the equipment"
          defaultValue={start.equipmentId ?? ""}
          options={groupEquipment(equipment, practisedOn, usedForThis).map(({ label, places: among }) => ({
            label,
            options: among.map(({ id, make, model, siteName }) => ({
              value: id,
              label: `${make} ${model}, ${siteName}`,
            })),
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
