import { addDays, type IsoDate } from "@/lib/platform/dates";
import { type Course, practiceInput, practiceName, staff } from "./learner";
import { ref } from "./planned";
import type { PracticeDay } from "./practice";

interface Sitting {
  course: Course;
  number: number;
  sitting: PracticeDay;
  on: IsoDate;
}

/** Practice of several days from a day on; answers with the number of the next one and the last day. */
export function practise(course: Course, sittings: readonly PracticeDay[], from: IsoDate, first = 0) {
  const start = sittings[0]?.day ?? 0;
  let last = from;
  sittings.forEach((sitting, index) => {
    last = addDays(from, sitting.day - start);
    const isLast = index === sittings.length - 1;
    practiseOnce({ course, number: first + index, sitting, on: last }, isLast);
  });
  return { next: first + sittings.length, last };
}

/**
 * Half is recorded by those who watched, which confirms it at once. The rest the learner records, and who watched
 * confirms it later that day or some days after: the last of a series soon, as they are about to be asked to sign.
 */
function practiseOnce({ course, number, sitting, on }: Sitting, isLast: boolean): void {
  const { diary, person, chance } = course.learner;
  const watcher = watcherOf(course, sitting);
  const name = practiceName(course, number);
  if (chance.next() < 0.5) {
    const input = { ...practiceInput(course, sitting, on), staffId: staff(person.key) };
    diary.write(on, watcher, "recordWatchedPractice", input, { as: `practice:${name}` });
    return;
  }
  recordOwn({ course, number, sitting, on }, { submit: true });
  const answered = addDays(on, chance.between(0, isLast ? 1 : 3));
  const answer = { practiceId: ref("practice", name), answer: "confirm" as const, reason: null };
  diary.write(answered, watcher, "answerPractice", answer, { hoursLater: chance.between(2, 5) });
}

export const watcherOf = ({ signer, colleague }: Course, { watcher }: PracticeDay) =>
  watcher === 0 ? signer : colleague;

/** The learner records their own practice, to be confirmed by who watched. */
export function recordOwn(
  { course, number, sitting, on }: Sitting,
  { submit, note = null, recordedOn = on }: { submit: boolean; note?: string | null; recordedOn?: IsoDate },
): void {
  const { person, diary } = course.learner;
  const observerId = staff(watcherOf(course, sitting));
  const input = { ...practiceInput(course, sitting, on), observerId, submit, note };
  const as = `practice:${practiceName(course, number)}`;
  diary.write(recordedOn, person.key, "recordPractice", input, { as });
}
