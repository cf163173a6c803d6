import { supervisionWords } from "@/lib/competencies/words";

/** The questions of the form, as they are put to whoever fills it in. */
export interface PracticeWording {
  equipment: string;
  supervision: string;
  direct: string;
  indirect: string;
  directOnly: string;
  alike: string;
  stopped: string;
}

/** To the person who practised. */
export const ownWording: PracticeWording = {
  equipment: "Which equipment did you use?",
  supervision: "How closely were you watched?",
  direct: supervisionWords.direct,
  indirect: supervisionWords.indirect,
  directOnly: "Until you are entitled, this task is done under direct supervision only",
  alike: "The same task, place, person watching and outcome, on that day",
  stopped: "You or the person who watched stopped it",
};

/** To the person who watched. */
export const watchedWording: PracticeWording = {
  equipment: "Which equipment did they use?",
  supervision: "How closely did you watch?",
  direct: "Direct: I was beside them throughout",
  indirect: "Indirect: I was at hand, and judged by what I saw and by the result",
  directOnly: "Until they are entitled, this task is done under direct supervision only",
  alike: "The same task, place and outcome, on that day",
  stopped: "They or you stopped it",
};
