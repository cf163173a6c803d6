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
    practiseOnce({ course, number: first + index, sitting, on: last });
  });
  return { next: first + sittings.length, last };
}

/** Most is recorded by those who watched; now and then the learner records and asks. */
function practiseOnce({ course, number, sitting, on }: Sitting): void {
  const { learner } = course;
  const watcher = watcherOf(course, sitting);
  if (learner.chance.next() < 0.12) {
    recordOwn({ course, number, sitting, on }, { submit: true });
    const answered = addDays(on, learner.chance.between(0, 1));
    const input = {
      practiceId: ref("practice", practiceName(course, number)),
      answer: "confirm" as const,
      reason: null,
    };
    learner.diary.write(answered, watcher, "answerPractice", input);
    return;
  }
  const { diary, person } = learner;
  const input = { ...practiceInput(course, sitting, on), staffId: staff(person.key) };
  diary.write(on, watcher, "recordWatchedPractice", input, `practice:${practiceName(course, number)}`);
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
  diary.write(recordedOn, person.key, "recordPractice", input, `practice:${practiceName(course, number)}`);
}
