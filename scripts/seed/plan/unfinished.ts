import type { Aim } from "@/db/seed/demo/aims";
import { addDays } from "@/lib/platform/dates";
import { type Course, practiceInput, practiceName, staff } from "./learner";
import { ref } from "./planned";
import type { PracticeDay } from "./practice";
import { recordOwn, watcherOf } from "./practising";

type Ending = (course: Course, number: number, sitting: PracticeDay) => void;

/** The last practice of those who are under way, left in the state that the aim names. */
export const endings: Partial<Record<Aim, Ending>> = {
  "practice-draft": (course, number, sitting) => {
    const on = course.learner.calendar.ago(2);
    recordOwn({ course, number, sitting, on }, { submit: false, note: "To ask about before I send it" });
  },
  "practice-awaiting": (course, number, sitting) => {
    const on = course.learner.calendar.ago(course.learner.chance.between(1, 9));
    recordOwn({ course, number, sitting, on }, { submit: true });
  },
  "practice-refused": (course, number, sitting) => {
    const { calendar, diary } = course.learner;
    recordOwn({ course, number, sitting, on: calendar.ago(9) }, { submit: true });
    const reason = "I was with another patient for half of it. Let's do one together this week";
    const practiceId = practiceOf(course, number);
    const watcher = watcherOf(course, sitting);
    diary.write(calendar.ago(7), watcher, "answerPractice", { practiceId, answer: "refuse", reason });
  },
  "practice-lapsed": (course, number, sitting) => {
    recordOwn({ course, number, sitting, on: course.learner.calendar.ago(38) }, { submit: true });
  },
  "practice-withdrawn": (course, number, sitting) => {
    const { calendar, diary } = course.learner;
    const watcher = watcherOf(course, sitting);
    watched(course, number, sitting, { daysAgo: 12, outcome: "achieved" });
    const reason = "I entered this under the wrong name";
    diary.write(calendar.ago(11), watcher, "withdrawPractice", {
      practiceId: practiceOf(course, number),
      reason,
    });
  },
  "practice-stopped": (course, number, sitting) => {
    const { calendar, diary, person } = course.learner;
    watched(course, number, sitting, { daysAgo: 6, outcome: "stopped" });
    const text = "We talked about what to check first, and I have asked to repeat it";
    diary.write(calendar.ago(5), person.key, "commentOnPractice", {
      practiceId: practiceOf(course, number),
      text,
    });
  },
  "practice-corrected": (course, number, sitting) => {
    const { calendar, diary, person } = course.learner;
    recordOwn({ course, number, sitting, on: calendar.ago(6) }, { submit: true });
    const on = addDays(calendar.ago(6), -1);
    const observerId = staff(watcherOf(course, sitting));
    const input = { ...practiceInput(course, sitting, on), observerId, note: "It was the day before" };
    const corrected = { ...input, submit: true, practiceId: practiceOf(course, number) };
    diary.write(calendar.ago(5), person.key, "correctPractice", corrected);
  },
};

const practiceOf = (course: Course, number: number) => ref("practice", practiceName(course, number));

function watched(
  course: Course,
  number: number,
  sitting: PracticeDay,
  { daysAgo, outcome }: { daysAgo: number; outcome: "achieved" | "stopped" },
): void {
  const { calendar, diary, person } = course.learner;
  const on = calendar.ago(daysAgo);
  const input = { ...practiceInput(course, sitting, on), staffId: staff(person.key), outcome };
  const as = `practice:${practiceName(course, number)}`;
  diary.write(on, watcherOf(course, sitting), "recordWatchedPractice", input, { as });
}
