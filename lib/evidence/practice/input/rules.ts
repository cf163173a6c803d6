import type { PracticeRule, SupervisionLevel } from "@/lib/competencies/rules";
import type { PracticeOutcome } from "@/lib/evidence/rules";
import type { IsoDate } from "@/lib/platform/dates";

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
