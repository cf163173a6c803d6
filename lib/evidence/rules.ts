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

interface Count {
  counted: PracticeFact[];
  simulationPassed: boolean;
  /** A performance was stopped, and none has been repeated under direct supervision since. */
  stopUnrepeated: boolean;
}

function countPractice(rule: PracticeRule, practices: readonly PracticeFact[]): Count {
  const count: Count = { counted: [], simulationPassed: false, stopUnrepeated: false };
  for (const practice of practices.filter(({ state }) => state === "confirmed").sort(inOrder)) {
    if (practice.simulated) count.simulationPassed ||= practice.outcome === "achieved";
    else if (practice.outcome === "stopped") stop(rule, count);
    else if (practice.outcome === "achieved" && counts(rule, count, practice)) {
      count.counted.push(practice);
      count.stopUnrepeated = false;
    }
  }
  return count;
}

// Where one slip can't be put right afterwards, all starts again; elsewhere the stopped one is repeated first.
function stop(rule: PracticeRule, count: Count): void {
  if (rule.stoppedResets) count.counted = [];
  else count.stopUnrepeated = true;
}

function counts(rule: PracticeRule, count: Count, practice: PracticeFact): boolean {
  if (rule.simulationFirst && !count.simulationPassed) return false;
  if (rule.settingKinds.length > 0 && !rule.settingKinds.includes(practice.settingKind)) return false;
  if (practice.supervision === "direct") return true;
  // IR(ME)R: a person not yet entitled takes part under direct supervision only (SI 2017/1322).
  if (rule.directOnly || count.stopUnrepeated) return false;
  return performancesIn(count.counted, "direct") >= rule.directRequired;
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

export type PracticeInputFault = {
  code: "performed-in-future" | "observer-is-owner" | "equipment-needed" | "direct-only" | "outcome-needed";
  field: "performedOn" | "observerId" | "equipmentId" | "supervision" | "outcome";
};

interface PracticeInputFacts {
  ownerId: string;
  today: IsoDate;
  rule: PracticeRule;
  /** The employer has entitled the person as an operator of this task. */
  entitled: boolean;
}

/**
 * What bars a practice from being recorded at all. What merely won't count is recorded: it happened. IR(ME)R: a
 * person who is not entitled takes part under direct supervision only (SI 2017/1322).
 */
export function practiceInputFault(
  input: {
    performedOn: IsoDate;
    observerId: string;
    equipmentId: string | null;
    supervision: SupervisionLevel;
    simulated: boolean;
    outcome: PracticeOutcome | null;
    submit: boolean;
  },
  { ownerId, today, rule, entitled }: PracticeInputFacts,
): PracticeInputFault | null {
  if (input.submit && input.outcome === null) return { code: "outcome-needed", field: "outcome" };
  if (input.performedOn > today) return { code: "performed-in-future", field: "performedOn" };
  if (input.observerId === ownerId) return { code: "observer-is-owner", field: "observerId" };
  if (rule.equipmentSpecific && input.equipmentId === null) {
    return { code: "equipment-needed", field: "equipmentId" };
  }
  if (rule.directOnly && input.supervision === "indirect" && !input.simulated && !entitled) {
    return { code: "direct-only", field: "supervision" };
  }
  return null;
}
