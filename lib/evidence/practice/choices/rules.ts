import type { SettingKind } from "@/lib/competencies/rules";

interface Place {
  id: string;
  siteName: string;
  kind?: SettingKind;
}

interface PlaceGroup<T> {
  label: string;
  places: T[];
}

const mostLastUsed = 3;

/**
 * Places (or equipment) to choose from: what was used last, then by site; at the end, and only where a rule names
 * kinds of setting, the places where practice would not count. Each is in one group.
 */
export function groupPlaces<T extends Place>(
  all: readonly T[],
  lastUsed: readonly string[],
  { settingKinds }: { settingKinds: readonly SettingKind[] } = { settingKinds: [] },
): PlaceGroup<T>[] {
  const counts = ({ kind }: T) =>
    settingKinds.length === 0 || (kind !== undefined && settingKinds.includes(kind));
  const counting = all.filter(counts);
  const used = [...new Set(lastUsed)]
    .flatMap((id) => counting.find((place) => place.id === id) ?? [])
    .slice(0, mostLastUsed);
  const others = counting.filter((place) => !used.includes(place));
  const sites = [...new Set(others.map(({ siteName }) => siteName))].sort((a, b) =>
    a.localeCompare(b, "en-GB"),
  );
  return [
    { label: "Last used", places: used },
    ...sites.map((site) => ({ label: site, places: others.filter(({ siteName }) => siteName === site) })),
    { label: "Practice here does not count", places: all.filter((place) => !counts(place)) },
  ].filter(({ places }) => places.length > 0);
}

/**
 * Equipment to choose from: first that on which the competency has been practised, then the rest, which may be for
 * something else altogether. Until anybody has practised it all stands under its sites.
 */
export function groupEquipment<T extends Place>(
  all: readonly T[],
  practisedOn: readonly string[],
  lastUsed: readonly string[],
): PlaceGroup<T>[] {
  const practised = practisedAmong(all, practisedOn);
  if (practised.length === 0) return groupPlaces(all, []);
  const others = all.filter((one) => !practised.includes(one));
  const groups = groupPlaces(practised, lastUsed);
  return others.length > 0 ? [...groups, { label: "Other equipment here", places: others }] : groups;
}

/** Equipment on which nobody has practised the competency is never proposed. */
export function practisedAmong<T extends { id: string }>(
  all: readonly T[],
  practisedOn: readonly string[],
): T[] {
  return all.filter(({ id }) => practisedOn.includes(id));
}

/** Does every word that was searched for stand in one of the texts, in whatever case? */
export function matchesText(search: string, ...texts: readonly string[]): boolean {
  const all = texts.join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
