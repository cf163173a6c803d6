import type { PracticeRule, SettingKind, SupervisionLevel } from "@/lib/competencies/rules";
import { settingCounts } from "../places/rules";
import type { PracticeNeed, PracticeProgress } from "../rules";

/** What was chosen the last time a competency was practised. */
export interface LastUsed {
  competencyId: string;
  settingId: string;
  equipmentId: string | null;
  supervision: SupervisionLevel;
  observerId: string;
  recordedAt: string;
}

/** What there is to choose from today. */
export interface PracticeChoices {
  settings: readonly { id: string; kind: SettingKind }[];
  equipment: readonly { id: string }[];
  /** Supervisors first. */
  observers: readonly { id: string }[];
}

/** What the form begins with; null where the person has to choose. */
export interface ProposedPractice {
  settingId: string | null;
  equipmentId: string | null;
  supervision: SupervisionLevel;
  observerId: string | null;
}

/**
 * Proposes what was used last: for this competency, else (place and observer only) for any other. `lastUsed` comes
 * latest first. Supervision is the level that is missing.
 */
export function proposePractice(
  competency: { id: string; rule: PracticeRule; progress: PracticeProgress },
  choices: PracticeChoices,
  lastUsed: readonly LastUsed[],
): ProposedPractice {
  const same = lastUsed.find(({ competencyId }) => competencyId === competency.id);
  const ordered = same ? [same, ...lastUsed] : lastUsed;
  const suitable = choices.settings.filter(({ kind }) => settingCounts(competency.rule, kind));
  return {
    settingId: firstAmong(
      suitable,
      ordered.map(({ settingId }) => settingId),
    ),
    equipmentId: firstAmong(choices.equipment, same?.equipmentId ? [same.equipmentId] : []),
    supervision: missingSupervision(competency) ?? same?.supervision ?? "direct",
    observerId: firstAmong(
      choices.observers,
      ordered.map(({ observerId }) => observerId),
    ),
  };
}

function missingSupervision({
  rule,
  progress,
}: {
  rule: PracticeRule;
  progress: PracticeProgress;
}): SupervisionLevel | null {
  const isMissing = (code: string) => progress.needs.some((need) => need.code === code && !need.met);
  if (rule.directOnly || isMissing("repeat-after-stop") || isMissing("direct")) return "direct";
  return isMissing("indirect") ? "indirect" : null;
}

/** The first of the wishes that can still be chosen; where there is one choice only, that one. */
function firstAmong(choices: readonly { id: string }[], wishes: readonly string[]): string | null {
  const [only, another] = choices;
  if (only && !another) return only.id;
  return wishes.find((wish) => choices.some(({ id }) => id === wish)) ?? null;
}

/** Which kinds of practice are missing; the bare number is left out where levels of supervision say it. */
export function missingKinds({ needs }: Pick<PracticeProgress, "needs">): PracticeNeed[] {
  const missing = needs.filter(({ met }) => !met);
  const levels = missing.filter(({ code }) => code === "direct" || code === "indirect");
  const total = missing.find(({ code }) => code === "performances");
  const said = levels.reduce((sum, { needed, have }) => sum + needed - have, 0);
  const isSaid = total !== undefined && said >= total.needed - total.have;
  return isSaid ? missing.filter((need) => need !== total) : missing;
}
