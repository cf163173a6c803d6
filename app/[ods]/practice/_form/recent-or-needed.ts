import type { LastUsed } from "@/lib/evidence/practice/rules";
import { isHeld } from "@/lib/sign-off/holding/status/rules";
import type { RecordItem } from "@/lib/sign-off/record/queries";

const mostRecent = 5;
const mostNeeded = 12;

/** What was practised lately and is not signed off, then whatever else lacks practice. No item is in both. */
export function recentOrNeeded(
  items: readonly RecordItem[],
  lastUsed: readonly Pick<LastUsed, "competencyId">[],
) {
  const open = items.filter(({ standing }) => !isHeld(standing.status));
  const recent = lastUsed
    .flatMap(({ competencyId }) => open.find((item) => item.competencyId === competencyId) ?? [])
    .slice(0, mostRecent);
  const needed = open.filter((item) => !recent.includes(item) && !item.standing.progress.met);
  return { recent, needed: needed.sort(mandatoryFirst).slice(0, mostNeeded) };
}

function mandatoryFirst(a: RecordItem, b: RecordItem): number {
  return Number(b.requirement === "mandatory") - Number(a.requirement === "mandatory");
}
