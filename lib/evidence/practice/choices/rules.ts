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

/** Does every word that was searched for stand in one of the texts, in whatever case? */
export function matchesText(search: string, ...texts: readonly string[]): boolean {
  const all = texts.join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
