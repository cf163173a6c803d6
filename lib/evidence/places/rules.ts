import type { PracticeRule, SettingKind } from "@/lib/competencies/rules";

type Fitting = Pick<PracticeRule, "settingKinds" | "equipmentSpecific">;

/** Does practice at a place of this kind count? */
export function settingCounts(
  { settingKinds }: Pick<PracticeRule, "settingKinds">,
  kind: SettingKind,
): boolean {
  return settingKinds.length === 0 || settingKinds.includes(kind);
}

/**
 * The equipment that a competency can be practised on: none where it is not held for named equipment, else what is at
 * a site that has a place where its practice counts.
 */
export function fittingEquipment<Equipment extends { siteId: string }>(
  rule: Fitting,
  equipment: readonly Equipment[],
  settings: readonly { siteId: string; kind: SettingKind }[],
): Equipment[] {
  if (!rule.equipmentSpecific) return [];
  const sites = new Set(settings.filter(({ kind }) => settingCounts(rule, kind)).map(({ siteId }) => siteId));
  return equipment.filter(({ siteId }) => sites.has(siteId));
}
