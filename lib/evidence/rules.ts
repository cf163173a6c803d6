import type { PracticeRule, SettingKind, SupervisionLevel } from "@/lib/competencies/rules";
import type { IsoDate } from "@/lib/platform/dates";
import type { PracticeState } from "./workflow";

export const practiceOutcomes = ["achieved", "prompted", "stopped"] as const;
export type PracticeOutcome = (typeof practiceOutcomes)[number];

export interface PracticeFact {
  id: string;
  performedOn: IsoDate;
  settingKind: SettingKind;
  settingId: string;
  equipmentId: string | null;
  supervision: SupervisionLevel;
  /** Several alike: they count as n performances, but as one day and one observer. */
  performances: number;
  simulated: boolean;
  /** Null in a draft alone. */
  outcome: PracticeOutcome | null;
  observerId: string;
  state: PracticeState;
  recordedAt: string;
}

export type PracticeNeedCode =
  | "simulation"
  | "performances"
  | "direct"
  | "indirect"
  | "observers"
  | "days"
  | "setting"
  | "repeat-after-stop";

/** One part of a practice rule, and how far it is met. */
export interface PracticeNeed {
  code: PracticeNeedCode;
  needed: number;
  have: number;
  met: boolean;
  settingKind?: SettingKind;
}

export interface PracticeProgress {
  met: boolean;
  needs: PracticeNeed[];
  /** The practice that counts, in the order in which it was done. */
  countedIds: string[];
}

/** Measures practice against the rule: not only how much is missing, but which kind. */
export function assessPractice(rule: PracticeRule, practices: readonly PracticeFact[]): PracticeProgress {
  const { counted, simulationPassed, stopUnrepeated } = countPractice(rule, practices);
  const needs = needsOf(rule, counted, simulationPassed);
  if (stopUnrepeated) needs.push(need("repeat-after-stop", 1, 0));
  return {
    met: needs.every(({ met }) => met),
    needs,
    countedIds: counted.map(({ id }) => id),
  };
}

/** Why practice does not count towards the next sign-off. */
export type NotCounted =
  | Exclude<PracticeState, "confirmed">
  | Exclude<PracticeOutcome, "achieved">
  | "simulated"
  | "before-simulation"
  | "elsewhere"
  | "not-entitled"
  | "not-repeated"
  | "too-early"
  | "started-again"
  | "used";

/**
 * What does not count, and why; all else does. Practice up to `usedUntil` has been used for the last sign-off.
 */
export function practiceNotCounted(
  rule: PracticeRule,
  practices: readonly PracticeFact[],
  usedUntil: IsoDate | null = null,
): Map<string, NotCounted> {
  const used = practices.filter(({ performedOn }) => usedUntil !== null && performedOn <= usedUntil);
  const { left } = countPractice(
    rule,
    practices.filter((practice) => !used.includes(practice)),
  );
  return new Map([...used.map(({ id }) => [id, "used"] as const), ...left]);
}

interface Count {
  counted: PracticeFact[];
  left: Map<string, NotCounted>;
  simulationPassed: boolean;
  /** A performance was stopped, and none has been repeated under direct supervision since. */
  stopUnrepeated: boolean;
}

function countPractice(rule: PracticeRule, practices: readonly PracticeFact[]): Count {
  const count: Count = { counted: [], left: new Map(), simulationPassed: false, stopUnrepeated: false };
  for (const practice of [...practices].sort(inOrder)) {
    const reason = notCounted(rule, count, practice);
    if (reason) count.left.set(practice.id, reason);
    else {
      count.counted.push(practice);
      count.stopUnrepeated = false;
    }
    if (practice.state !== "confirmed") continue;
    if (practice.simulated) count.simulationPassed ||= practice.outcome === "achieved";
    else if (practice.outcome === "stopped") stop(rule, count);
  }
  return count;
}

// Where one slip can't be put right afterwards, all starts again; elsewhere the stopped one is repeated first.
function stop(rule: PracticeRule, count: Count): void {
  if (!rule.stoppedResets) count.stopUnrepeated = true;
  else {
    for (const { id } of count.counted) count.left.set(id, "started-again");
    count.counted = [];
  }
}

function notCounted(rule: PracticeRule, count: Count, practice: PracticeFact): NotCounted | null {
  if (practice.state !== "confirmed") return practice.state;
  if (practice.outcome !== "achieved") return practice.outcome;
  if (practice.simulated) return "simulated";
  if (rule.simulationFirst && !count.simulationPassed) return "before-simulation";
  if (rule.settingKinds.length > 0 && !rule.settingKinds.includes(practice.settingKind)) return "elsewhere";
  if (practice.supervision === "direct") return null;
  // IR(ME)R: a person not yet entitled takes part under direct supervision only (SI 2017/1322).
  if (rule.directOnly) return "not-entitled";
  if (count.stopUnrepeated) return "not-repeated";
  return performancesIn(count.counted, "direct") >= rule.directRequired ? null : "too-early";
}

function needsOf(
  rule: PracticeRule,
  counted: readonly PracticeFact[],
  simulationPassed: boolean,
): PracticeNeed[] {
  const needs: PracticeNeed[] = [];
  if (rule.simulationFirst) needs.push(need("simulation", 1, simulationPassed ? 1 : 0));
  needs.push(need("performances", rule.performancesRequired, performancesIn(counted)));
  if (rule.directRequired > 0)
    needs.push(need("direct", rule.directRequired, performancesIn(counted, "direct")));
  if (rule.indirectRequired > 0 && !rule.directOnly) {
    needs.push(need("indirect", rule.indirectRequired, performancesIn(counted, "indirect")));
  }
  if (rule.minObservers > 1) {
    needs.push(need("observers", rule.minObservers, distinct(counted.map(({ observerId }) => observerId))));
  }
  if (rule.minDays > 1) {
    needs.push(need("days", rule.minDays, distinct(counted.map(({ performedOn }) => performedOn))));
  }
  for (const settingKind of new Set(rule.settingKinds)) {
    const there = counted.filter((practice) => practice.settingKind === settingKind);
    needs.push({ ...need("setting", 1, performancesIn(there)), settingKind });
  }
  return needs;
}

function need(code: PracticeNeedCode, needed: number, have: number): PracticeNeed {
  return { code, needed, have, met: have >= needed };
}

function performancesIn(practices: readonly PracticeFact[], supervision?: SupervisionLevel): number {
  return practices
    .filter((practice) => supervision === undefined || practice.supervision === supervision)
    .reduce((total, { performances }) => total + performances, 0);
}

function distinct(values: readonly string[]): number {
  return new Set(values).size;
}

/** By day; on the same day in the order they were recorded, then by id. */
function inOrder(a: PracticeFact, b: PracticeFact): number {
  return (
    compare(a.performedOn, b.performedOn) ||
    Date.parse(a.recordedAt) - Date.parse(b.recordedAt) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
