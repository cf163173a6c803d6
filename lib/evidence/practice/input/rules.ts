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
 * Everything that bars a practice from being recorded at all, of what is known of it so far. What merely won't count
 * is recorded: it happened. IR(ME)R: a person who is not entitled takes part under direct supervision only (SI
 * 2017/1322).
 */
export function practiceInputFaults(
  input: {
    performedOn?: IsoDate;
    observerId?: string;
    equipmentId?: string | null;
    supervision?: SupervisionLevel;
    simulated?: boolean;
    outcome?: PracticeOutcome | null;
    submit: boolean;
  },
  { ownerId, today, rule, entitled }: PracticeInputFacts,
): PracticeInputFault[] {
  const { performedOn, observerId, equipmentId, supervision, simulated, outcome, submit } = input;
  const indirect = supervision === "indirect" && simulated === false;
  const faults: (PracticeInputFault | false)[] = [
    submit && outcome === null && { code: "outcome-needed", field: "outcome" },
    performedOn !== undefined && performedOn > today && { code: "performed-in-future", field: "performedOn" },
    rule.equipmentSpecific && equipmentId === null && { code: "equipment-needed", field: "equipmentId" },
    rule.directOnly && indirect && !entitled && { code: "direct-only", field: "supervision" },
    observerId === ownerId && { code: "observer-is-owner", field: "observerId" },
  ];
  return faults.filter((fault) => fault !== false);
}
