import type { Aim } from "@/db/seed/demo/aims";
import type { AdoptedCompetency } from "@/lib/competencies/catalogue/adoption";
import { addDays, addMonths, daysBetween, type IsoDate } from "@/lib/platform/dates";
import type { Calendar } from "./calendar";
import { type PracticePlan, practicePlanOf } from "./practice";
import type { Chance } from "./random";

export const heldAims: readonly Aim[] = [
  "competent",
  "returned-then-approved",
  "taken-over",
  "renewed",
  "renewal-due",
  "expired",
  "suspended",
  "restricted",
  "reinstated",
  "voided",
  "excepted",
  "not-entitled",
  "not-accepted",
];

/** One competency of one person: what it leads to, and on which days. */
export interface Attainment {
  competency: AdoptedCompetency;
  aim: Aim;
  practice: PracticePlan;
  beganOn: IsoDate;
  /** The day of the first decision; for those who do not hold it, the day up to which they have come. */
  reachedOn: IsoDate;
  /** The day of the renewal, where there is one. */
  renewedOn: IsoDate | null;
}

interface Held {
  from: IsoDate;
  until: IsoDate;
}

/**
 * The days of each attainment, so that what it builds on was held on the day of the decision and the aim is true on
 * the anchor day. Where that can't be, the person is still on the way.
 */
export function planAttainments(
  wanted: { competency: AdoptedCompetency; aim: Aim }[],
  startsOn: IsoDate,
  calendar: Calendar,
  chance: Chance,
): Attainment[] {
  const held = new Map<string, Held>();
  return wanted
    .map(({ competency, aim }) => {
      const attainment = attain(competency, aim, { startsOn, calendar, chance, held });
      if (heldAims.includes(attainment.aim)) held.set(competency.code, heldOf(attainment));
      return attainment;
    })
    .sort((a, b) => (a.beganOn < b.beganOn ? -1 : 1));
}

interface Circumstances {
  startsOn: IsoDate;
  calendar: Calendar;
  chance: Chance;
  held: Map<string, Held>;
}

function attain(competency: AdoptedCompetency, wish: Aim, given: Circumstances): Attainment {
  const { calendar, chance, startsOn, held } = given;
  const practice = practicePlanOf(competency, chance);
  const needed = competency.prerequisiteCodes.map((code) => held.get(code));
  const base = { competency, practice };
  const earliest = addDays(startsOn, practice.days + 16);
  const window = decisionWindow(wish, competency, calendar);
  const from = latest([
    window?.from ?? calendar.today,
    earliest,
    ...needed.map((one) => one?.from ?? calendar.today),
  ]);
  const until = soonest([
    window?.until ?? calendar.began,
    ...needed.map((one) => one?.until ?? calendar.began),
  ]);
  if (window && from <= until) {
    const reachedOn = addDays(from, chance.between(0, daysBetween(from, until)));
    const beganOn = addDays(reachedOn, -(practice.days + 12));
    const renewedOn = wish === "renewed" ? renewalOn(reachedOn, competency, calendar) : null;
    return { ...base, aim: wish, beganOn, reachedOn, renewedOn };
  }
  return underWay(wish, { ...base, renewedOn: null }, given);
}

/** Those who do not hold it. Without what it builds on, nobody is ready for it. */
function underWay(
  wish: Aim,
  base: Pick<Attainment, "competency" | "practice" | "renewedOn">,
  { startsOn, calendar, chance, held }: Circumstances,
): Attainment {
  const { practice, competency } = base;
  const unprepared = competency.prerequisiteCodes.some(
    (code) => (held.get(code)?.until ?? "") < calendar.today,
  );
  const whole: readonly Aim[] = ["ready", "drafted", "one-observer"];
  const instead = heldAims.includes(wish) || (whole.includes(wish) && unprepared);
  const aim = instead ? "working-towards" : wish;
  const room = daysBetween(startsOn, calendar.today) - practice.days - 60;
  if (room < 0) return { ...base, aim: "not-started", beganOn: calendar.today, reachedOn: calendar.today };
  const reachedOn = calendar.ago(chance.between(4, Math.min(20, 4 + room)));
  return { ...base, aim, beganOn: addDays(reachedOn, -(practice.days + 50)), reachedOn };
}

/** Between which days the decision falls; null where the aim does not end in one that lasts. */
function decisionWindow(aim: Aim, { reassessMonths, noticeDays }: AdoptedCompetency, calendar: Calendar) {
  if (!heldAims.includes(aim)) return null;
  const { today, began, ago } = calendar;
  const oldest = addMonths(today, -reassessMonths);
  const lasting = { from: latest([addDays(oldest, noticeDays + 4), began]), until: ago(45) };
  const kept = lasting.from <= lasting.until ? lasting : null;
  if (aim === "renewal-due")
    return oldest > began ? { from: addDays(oldest, 4), until: addDays(oldest, noticeDays - 4) } : kept;
  if (aim === "expired")
    return oldest > began ? { from: addDays(oldest, -50), until: addDays(oldest, -4) } : kept;
  if (aim === "renewed") {
    return reassessMonths > 12 ? kept : { from: addDays(oldest, -260), until: addDays(oldest, -60) };
  }
  return kept;
}

/** Somewhat before it would have expired. */
function renewalOn(reachedOn: IsoDate, { reassessMonths, noticeDays }: AdoptedCompetency, { ago }: Calendar) {
  if (reassessMonths > 12) return null;
  return soonest([addDays(addMonths(reachedOn, reassessMonths), -Math.floor(noticeDays / 3)), ago(12)]);
}

const disturbed: readonly Aim[] = ["suspended", "restricted", "reinstated", "voided"];

function heldOf({ aim, reachedOn, renewedOn, competency }: Attainment): Held {
  const months = competency.reassessMonths;
  const until = addMonths(renewedOn ?? reachedOn, months);
  // Nothing is built on what was suspended, as nobody looks back at how long.
  if (disturbed.includes(aim)) return { from: reachedOn, until: addDays(reachedOn, 20) };
  return { from: addDays(reachedOn, 1), until: addDays(until, -1) };
}

function latest(days: IsoDate[]): IsoDate {
  return [...days].sort().at(-1) ?? "";
}

function soonest(days: IsoDate[]): IsoDate {
  return [...days].sort().at(0) ?? "";
}
