import { addDays, type IsoDate } from "@/lib/platform/dates";
import { type Course, doTheory } from "./learner";
import type { PracticeDay } from "./practice";
import { practise } from "./practising";
import { type Attainment, heldAims } from "./schedule";
import * as signing from "./signing";
import { endings } from "./unfinished";

/** Writes the history of one competency into its learner's diary. */
export function writeHistory(course: Course, attainment: Attainment): void {
  if (attainment.aim === "not-started") return;
  if (heldAims.includes(attainment.aim)) writeSignedOff(course, attainment);
  else writeUnderWay(course, attainment);
}

function writeSignedOff(course: Course, attainment: Attainment): void {
  const { aim, practice, beganOn, reachedOn, renewedOn } = attainment;
  const { calendar } = course.learner;
  doTheory(course, addDays(beganOn, 1));
  const sittings = aim === "excepted" ? watchedByOne(practice.sittings) : practice.sittings;
  const { last, next } = practise(course, sittings, addDays(beganOn, 3));
  if (aim === "excepted") signing.except(course, addDays(last, 1));
  signOff(course, { aim, last, next, reachedOn });
  if (renewedOn) {
    const from = addDays(renewedOn, -(practice.days + 5));
    const again = practise(course, practice.sittings, from, next);
    signing.ask(course, addDays(again.last, 1));
    signing.approve(course, renewedOn, again.next - 1);
  }
  if (course.competency.needsEntitlement && aim !== "not-entitled") {
    signing.entitle(course, soonest(addDays(reachedOn, 5), calendar.ago(3)), aim !== "not-accepted");
  }
  if (aim === "suspended") signing.suspend(course, calendar.ago(16));
  if (aim === "restricted") signing.restrict(course, calendar.ago(14));
  if (aim === "voided") signing.voidIt(course, addDays(reachedOn, 21));
  if (aim === "reinstated") {
    signing.suspend(course, calendar.ago(40));
    signing.reinstate(course, calendar.ago(24));
  }
}

interface Practised {
  aim: Attainment["aim"];
  last: IsoDate;
  next: number;
  reachedOn: IsoDate;
}

/** Practice ends nine days before the decision, or a day more where its answer came late. */
function signOff(course: Course, { aim, last, next, reachedOn }: Practised): void {
  const asked = addDays(last, 2);
  const final = next - 1;
  if (aim === "taken-over") {
    signing.ask(course, asked, course.colleague);
    signing.takeOver(course, addDays(asked, 5));
    signing.approve(course, reachedOn, final, 2);
  } else if (aim === "returned-then-approved") {
    signing.ask(course, asked);
    signing.giveBack(course, addDays(asked, 2));
    signing.askAgain(course, addDays(asked, 5), 2);
    signing.approve(course, reachedOn, final, 3);
  } else {
    signing.ask(course, asked);
    signing.approve(course, reachedOn, final);
  }
}

/** Those who have all the practice that is asked for. */
const complete: readonly Attainment["aim"][] = ["ready", "awaiting", "drafted", "one-observer"];

/** Nobody but the signer watched: a small team, or a reason for a second look. */
function watchedByOne(sittings: readonly PracticeDay[]): PracticeDay[] {
  return sittings.map((sitting) => ({ ...sitting, watcher: 0 }));
}

function writeUnderWay(course: Course, { aim, practice, beganOn, reachedOn }: Attainment): void {
  const { calendar, chance } = course.learner;
  doTheory(course, addDays(beganOn, 1));
  if (aim === "theory-only") return;
  const whole = complete.includes(aim);
  const sittings = whole
    ? aim === "one-observer"
      ? watchedByOne(practice.sittings)
      : practice.sittings
    : practice.sittings.slice(0, Math.max(1, practice.sittings.length - 1));
  if (aim === "one-short") {
    writeOneShort(course, reachedOn);
    return;
  }
  const { last, next } = practise(course, sittings, addDays(beganOn, 3));
  const end = practice.sittings.at(-1);
  if (end) endings[aim]?.(course, next, end);
  const asked = soonest(addDays(last, 25), calendar.ago(7));
  if (aim === "awaiting" || aim === "one-observer") signing.ask(course, calendar.ago(chance.between(1, 13)));
  if (aim === "drafted") signing.draft(course, calendar.ago(2));
  if (aim === "returned" || aim === "declined" || aim === "withdrawn") signing.ask(course, asked);
  if (aim === "returned") signing.giveBack(course, addDays(asked, 3));
  if (aim === "declined") signing.decline(course, addDays(asked, 3));
  if (aim === "withdrawn") signing.withdraw(course, addDays(asked, 2));
}

/** All but one performance: the second supervisor watched three on two days, the signer one on a third. */
function writeOneShort(course: Course, reachedOn: IsoDate): void {
  const sitting = { supervision: "direct" as const, simulated: false, settingKind: null };
  const missing = course.competency.performancesRequired - 1;
  const shares = [Math.ceil((missing - 1) / 2), Math.floor((missing - 1) / 2)];
  const watched = shares.map((performances, index) => ({
    ...sitting,
    performances,
    day: index * 3,
    watcher: 1 as const,
  }));
  practise(
    course,
    [...watched, { ...sitting, performances: 1, day: 7, watcher: 0 }],
    addDays(reachedOn, -12),
  );
}

function soonest(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
