import type { PracticeRow } from "@/lib/evidence/practice/queries";
import type { ProposedPractice } from "@/lib/evidence/practice/rules";
import type { PracticeOutcome } from "@/lib/evidence/rules";
import type { IsoDate } from "@/lib/platform/dates";

/** What the form shows before anything is typed. */
export interface PracticeStart extends ProposedPractice {
  performedOn: IsoDate;
  performances: number;
  simulated: boolean;
  outcome: PracticeOutcome | null;
  note: string | null;
  incidentReference: string | null;
}

/** New practice: today, once, real work; how it went is never guessed. */
export function newPractice(proposed: ProposedPractice, today: IsoDate): PracticeStart {
  const blank = { performances: 1, simulated: false, outcome: null, note: null, incidentReference: null };
  return { ...proposed, ...blank, performedOn: today };
}

/** Practice to correct, as it was recorded. */
export function recordedPractice(practice: PracticeRow): PracticeStart {
  const { settingId, equipmentId, supervision, observerId, performedOn } = practice;
  const { performances, simulated, outcome, note, incidentReference } = practice;
  return {
    settingId,
    equipmentId,
    supervision,
    observerId,
    performedOn,
    performances,
    simulated,
    outcome,
    note,
    incidentReference,
  };
}
