import type { PracticeRule } from "@/lib/competencies/rules";
import type { PracticeFact } from "@/lib/evidence/rules";

/** Brute force: each practice is judged anew by looking back over all that came before it. */
export function modelCountedIds(rule: PracticeRule, practices: readonly PracticeFact[]): string[] {
  const line = practices
    .filter((practice) => practice.state === "confirmed")
    .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const lastStop = lastStopBefore(line, line.length);
  return line
    .filter((_, place) => judge(rule, line, place) && !(rule.stoppedResets && place < lastStop))
    .map(({ id }) => id);
}

/** Has a performance been stopped, and not been repeated since? */
export function modelAwaitsRepeat(rule: PracticeRule, practices: readonly PracticeFact[]): boolean {
  if (rule.stoppedResets) return false;
  const line = practices
    .filter((practice) => practice.state === "confirmed")
    .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const lastStop = lastStopBefore(line, line.length);
  return lastStop >= 0 && !directsBetween(rule, line, lastStop, line.length).length;
}

function judge(rule: PracticeRule, line: PracticeFact[], place: number): boolean {
  const practice = line[place];
  if (!practice || practice.simulated || practice.outcome !== "achieved") return false;
  const before = line.slice(0, place);
  if (rule.simulationFirst && !before.some((p) => p.simulated && p.outcome === "achieved")) return false;
  if (rule.settingKinds.length && !rule.settingKinds.some((kind) => kind === practice.settingKind)) {
    return false;
  }
  if (practice.supervision === "direct") return true;
  if (rule.directOnly) return false;
  const stop = lastStopBefore(line, place);
  const sinceStop = directsBetween(rule, line, stop, place);
  if (!rule.stoppedResets && stop >= 0 && sinceStop.length === 0) return false;
  const directs = rule.stoppedResets ? sinceStop : directsBetween(rule, line, -1, place);
  return directs.reduce((sum, p) => sum + p.performances, 0) >= rule.directRequired;
}

function directsBetween(rule: PracticeRule, line: PracticeFact[], after: number, before: number) {
  return line.filter(
    (p, place) => place > after && place < before && p.supervision === "direct" && judge(rule, line, place),
  );
}

function lastStopBefore(line: PracticeFact[], place: number): number {
  return line.slice(0, place).findLastIndex((p) => !p.simulated && p.outcome === "stopped");
}

function sortKey({ performedOn, recordedAt, id }: PracticeFact): string {
  return `${performedOn} ${recordedAt} ${id}`;
}
