import type { AdoptedCompetency } from "@/lib/competencies/catalogue/adoption";
import type { SettingKind, SupervisionLevel } from "@/lib/competencies/rules";
import type { Chance } from "./random";

/** Practice of one day, so many days after the first. */
export interface PracticeDay {
  day: number;
  performances: number;
  supervision: SupervisionLevel;
  simulated: boolean;
  /** A kind of setting that the rule asks for. */
  settingKind: SettingKind | null;
  /** 0 is the signer, who watches the last one; 1 is the other supervisor. */
  watcher: 0 | 1;
}

export interface PracticePlan {
  sittings: PracticeDay[];
  /** From the first to the last. */
  days: number;
}

/** As few days of practice as meet the rule: rising from direct to indirect, watched by as many people as it asks. */
export function practicePlanOf(rule: AdoptedCompetency, chance: Chance): PracticePlan {
  const indirect = rule.indirectRequired > 0 ? 1 : 0;
  const direct = Math.max(
    Math.max(rule.minDays, rule.minObservers, rule.settingKinds.length) - indirect,
    rule.directRequired > 0 ? 1 : 0,
  );
  const shares = share(rule.directRequired, Math.min(direct, rule.directRequired));
  const real = [
    ...shares.map((performances) => ({ performances, supervision: "direct" as const, simulated: false })),
    ...(indirect
      ? [{ performances: rule.indirectRequired, supervision: "indirect" as const, simulated: false }]
      : []),
  ];
  const simulation = { performances: 1, supervision: "direct" as const, simulated: true };
  const all = rule.simulationFirst ? [simulation, ...real] : real;
  let day = 0;
  const sittings = all.map((sitting, index): PracticeDay => {
    day += index === 0 ? 0 : chance.between(2, 8);
    const fromEnd = all.length - 1 - index;
    const settingKind = rule.settingKinds[fromEnd % Math.max(1, rule.settingKinds.length)] ?? null;
    return { ...sitting, day, settingKind, watcher: fromEnd % 2 === 0 ? 0 : 1 };
  });
  return { sittings, days: day };
}

function share(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, index) => Math.floor((total + index) / parts));
}
