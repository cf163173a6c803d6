import { inSettingWords } from "@/lib/competencies/words";
import type { RefusalParams } from "@/lib/platform/refusals";
import type { NotCounted, PracticeNeed, PracticeNeedCode, PracticeOutcome } from "./rules";
import type { PracticeState, PracticeStep } from "./workflow";

type Sentence = (params: RefusalParams) => string;

export const practiceStateWords: Record<PracticeState, string> = {
  draft: "Draft",
  "awaiting-confirmation": "Awaiting confirmation",
  confirmed: "Confirmed",
  "not-confirmed": "Not confirmed",
  lapsed: "Lapsed",
  withdrawn: "Withdrawn",
};

export const practiceStateSentences: Record<PracticeState, string> = {
  draft: "Nobody has been asked to confirm this yet",
  "awaiting-confirmation": "The person who watched has been asked to confirm this",
  confirmed: "The person who watched has confirmed this. It can no longer change",
  "not-confirmed": "The person who watched could not confirm this. Their reason stands with the practice",
  lapsed: "The person who watched has not answered in time. Ask them again, or record it anew",
  withdrawn: "This has been withdrawn and does not count",
};

export const outcomeWords: Record<PracticeOutcome, string> = {
  achieved: "Achieved",
  prompted: "Achieved with prompting",
  stopped: "Stopped",
};

/** The outcome as it is read; a draft may have none yet. */
export function outcomeText(outcome: PracticeOutcome | null): string {
  return outcome === null ? "Still to be added" : outcomeWords[outcome];
}

const stepWords: Record<PracticeStep, string> = {
  edit: "changed",
  submit: "submitted",
  correct: "corrected",
  confirm: "confirmed",
  refuse: "refused",
  lapse: "lapsed",
  withdraw: "withdrawn",
};

export const evidenceRefusals: Record<string, Sentence> = {
  "practice-step-not-possible": ({ step, state }) => {
    const now = practiceStateWords[String(state) as PracticeState]?.toLowerCase();
    const wish = stepWords[String(step) as PracticeStep];
    return now && wish
      ? `This practice can't be ${wish} any more: it is now ${now}. Look at it again`
      : "This practice has changed since you opened it. Look at it again";
  },
  "practice-not-found": () => "There is no such practice, or you can't see it",
  "practice-changed": () => "This practice has changed since you opened it. Look at it again",
  "outcome-needed": () => "Select how it went",
  "performed-in-future": () => "The day must be today or in the past",
  "observer-is-owner": () => "Somebody else has to have watched. Select who watched you",
  "observer-not-eligible": () =>
    "This person can't confirm practice of this competency. Select somebody else",
  "direct-only": () =>
    "Until you are entitled, this IR(ME)R task is practised under direct supervision only. If nobody was beside you, tell your supervisor",
  "equipment-needed": () => "Select the equipment: this competency is held for named equipment only",
  "setting-not-found": () => "Select where you did it from the list",
  "equipment-not-found": () => "Select equipment from the list that was in use on that day",
  "reason-needed": () => "Say why, so that everybody who reads it later understands",
  "practice-not-yours-to-record": () => "You can record practice for yourself and for people you supervise",
  "record-only-what-you-watched": () =>
    "You can record for somebody else only what you watched yourself. Ask them to record it and to name who watched",
  "practice-not-yours-to-change": () => "Only the person whose practice it is can change it",
  "own-practice": () => "You can't confirm your own practice",
  "not-the-observer": () => "Only the person named as having watched can answer this",
  "own-confirmed-practice": () =>
    "You can't withdraw practice that was confirmed. Ask the person who watched, or the education lead",
  "practice-not-yours-to-withdraw": () =>
    "Only the person who watched or the education lead can withdraw confirmed practice",
  "practice-not-yours-to-comment": () => "Only the person whose practice it is can comment on it",
  "own-theory": () =>
    "You can't record your own theory as complete. Ask your supervisor or practice educator",
  "theory-not-yours-to-record": () =>
    "Only the person's supervisor, their practice educator or the education lead can record this",
  "theory-in-future": () => "The day must be today or in the past",
  "theory-item-not-found": () => "There is no such theory item. Select one from the list",
};

/** Why practice does not count, to stand after "Does not count: ". */
export const notCountedWords: Record<NotCounted, string> = {
  draft: "not sent yet",
  "awaiting-confirmation": "not confirmed yet",
  "not-confirmed": "not confirmed",
  lapsed: "not confirmed in time",
  withdrawn: "withdrawn",
  prompted: "needed prompting",
  stopped: "was stopped",
  simulated: "simulated",
  "before-simulation": "before one was simulated",
  elsewhere: "not where it counts",
  "not-entitled": "indirect, without entitlement",
  "not-repeated": "indirect, after one was stopped",
  "too-early": "indirect too early",
  "started-again": "before one was stopped",
  used: "before the last sign-off",
};

const needTitles: Record<Exclude<PracticeNeedCode, "setting">, string> = {
  simulation: "Simulated first",
  performances: "Performances",
  direct: "Under direct supervision",
  indirect: "Under indirect supervision",
  observers: "Different people watching",
  days: "Different days",
  "repeat-after-stop": "Repeated after being stopped",
};

/** What the part of the rule is about, as a row's heading. */
export function practiceNeedTitle({ code, settingKind }: PracticeNeed): string {
  if (code !== "setting") return needTitles[code];
  return settingKind ? capitalised(inSettingWords[settingKind]) : "Setting";
}

/** Which practice is still missing: "1 more with a second person watching"; or, when met, how much there is. */
export function practiceNeedSentence(need: PracticeNeed): string {
  if (need.met) return `${practiceNeedTitle(need)}: ${need.have}, ${need.needed} needed`;
  const missing = need.needed - need.have;
  const sentences: Record<PracticeNeedCode, string> = {
    simulation: "1 simulated, achieved and confirmed, before real ones count",
    performances: `${missing} more`,
    direct: `${missing} more under direct supervision`,
    indirect: `${missing} more under indirect supervision`,
    observers: watchedByOthers(missing, need.have),
    days: missing === 1 ? "1 more on a different day" : `${missing} more on different days`,
    setting: need.settingKind
      ? `${missing} ${inSettingWords[need.settingKind]}`
      : `${missing} in the setting`,
    "repeat-after-stop":
      "1 repeat under direct supervision, because the last one was stopped: until then no more count",
  };
  return sentences[need.code];
}

/** The same for several parts at once: one practice can meet many of them, so the parts are never a sum. */
export function practiceNeedsSentence(needs: readonly PracticeNeed[]): string {
  const first = needs.filter(({ code }) => code === "simulation" || code === "repeat-after-stop");
  const counted = needs.filter((need) => !first.includes(need));
  return [...first.map(practiceNeedSentence), countedSentence(counted)].filter(Boolean).join(". ");
}

function countedSentence(needs: readonly PracticeNeed[]): string {
  const [only, another] = needs;
  if (!only) return "";
  if (!another) return practiceNeedSentence(only);
  const most = Math.max(...needs.map(({ needed, have }) => needed - have));
  const parts = needs.filter(({ code }) => code !== "performances").map(partOfNeed);
  const last = parts.at(-1) ?? "";
  const listed = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${last}` : last;
  return `${most} more, including ${listed}`;
}

function partOfNeed(need: PracticeNeed): string {
  const missing = need.needed - need.have;
  if (need.code === "observers") {
    return missing === 1 ? "1 with another person watching" : `${missing} with different people watching`;
  }
  return practiceNeedSentence(need).replace(/^(\d+) more/, "$1");
}

function watchedByOthers(missing: number, have: number): string {
  if (missing === 1 && have === 1) return "1 more with a second person watching";
  return have === 0
    ? `Watched by ${missing} different people`
    : `${missing} more, each with another person watching`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
