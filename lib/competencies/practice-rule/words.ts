import { type Profession, professions } from "@/lib/people/registration-numbers";
import { professionWords } from "@/lib/people/words";
import type { CompetencyRule, PracticeRule, SettingKind } from "../rules";
import { inSettingWords } from "../words";

/** Which practice a competency asks for, in plain words that fit whoever reads them. */
export function practiceRuleSentences(rule: PracticeRule): string[] {
  return [
    total(rule),
    supervision(rule),
    rule.settingKinds.length > 0 && settings(rule.settingKinds),
    rule.simulationFirst && "One is simulated first, and achieved, before real ones count",
    "Only practice achieved without prompting counts, once the person who watched has confirmed it",
    rule.stoppedResets
      ? "If one has to be stopped, the count starts again"
      : "If one has to be stopped, it is repeated under direct supervision before more count",
    rule.equipmentSpecific && "It is signed off only for the equipment that was practised on",
  ].filter((sentence) => sentence !== false);
}

/** Who may sign: "Radiographer or clinical scientist". */
export function signersSentence({ signerProfessions }: Pick<CompetencyRule, "signerProfessions">): string {
  const names = signerProfessions.map(professionName);
  return capitalised(listed(names, "or"));
}

/** How long a sign-off lasts: "24 months. Renewal is due in the last 90 days". */
export function validitySentence({
  reassessMonths,
  noticeDays,
}: Pick<CompetencyRule, "reassessMonths" | "noticeDays">): string {
  return `${counted(reassessMonths, "month")}. Renewal is due in the last ${counted(noticeDays, "day")}`;
}

function total({ performancesRequired, minDays, minObservers }: PracticeRule): string {
  const days = minDays > 1 ? `, on at least ${minDays} different days` : "";
  const observers = minObservers > 1 ? `, watched by at least ${minObservers} different people` : "";
  return `Do it ${performancesRequired === 1 ? "once" : `${performancesRequired} times`}${days}${observers}`;
}

function supervision({ directOnly, directRequired, indirectRequired }: PracticeRule): string {
  if (directOnly) {
    return "Always under direct supervision, until the employer’s entitlement (IR(ME)R)";
  }
  if (indirectRequired === 0)
    return "Each time under direct supervision, with the person who watches there throughout";
  if (directRequired === 0) return "Under indirect supervision: the person who watches can be at hand";
  const first = directRequired === 1 ? "The first time" : `The first ${directRequired} times`;
  return `${first} under direct supervision, then ${indirectRequired} under indirect, with the person who watches at hand`;
}

function settings(kinds: readonly SettingKind[]): string {
  const [only, another] = kinds;
  if (only && !another) return `Only ${inSettingWords[only]}`;
  const each = kinds.map((kind) => `at least 1 ${inSettingWords[kind]}`);
  return `${capitalised(listed(each, "and"))}. Elsewhere does not count`;
}

function professionName(code: string): string {
  const name = code in professions ? professionWords[code as Profession] : code.replaceAll("-", " ");
  return name.toLowerCase();
}

function listed(items: readonly string[], word: "and" | "or"): string {
  const last = items.at(-1) ?? "";
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} ${word} ${last}` : last;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
