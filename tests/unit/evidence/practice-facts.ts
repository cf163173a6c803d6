import { type PracticeRule, settingKinds } from "@/lib/competencies/rules";
import type { PracticeFact } from "@/lib/evidence/rules";

let made = 0;

/** A confirmed, achieved, direct performance of real work, unless told otherwise. */
export function aPractice(changes: Partial<PracticeFact> = {}): PracticeFact {
  made += 1;
  return {
    id: `practice-${String(made).padStart(6, "0")}`,
    performedOn: "2026-05-14",
    settingKind: "ward",
    settingId: "ward-1",
    equipmentId: null,
    supervision: "direct",
    performances: 1,
    simulated: false,
    outcome: "achieved",
    observerId: "watcher-a",
    state: "confirmed",
    recordedAt: "2026-05-14T12:00:00.000Z",
    ...changes,
  };
}

/** One direct performance, anywhere, watched by anybody, unless told otherwise. */
export function aRule(changes: Partial<PracticeRule> = {}): PracticeRule {
  return {
    performancesRequired: 1,
    minObservers: 1,
    minDays: 1,
    settingKinds: [],
    directRequired: 1,
    indirectRequired: 0,
    stoppedResets: false,
    simulationFirst: false,
    directOnly: false,
    equipmentSpecific: false,
    ...changes,
  };
}

export const fewSettings = settingKinds.slice(0, 3);
