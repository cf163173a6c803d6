/** Registrants whose registration is not simply current: what was found, and how many days before the anchor. */
export type Trouble =
  | { kind: "lapsed"; daysAgo: number; foundDaysAgo: number }
  | { kind: "check-due"; daysAgo: number }
  | { kind: "conditions"; daysAgo: number; text: string; cleared?: string };

/** By team, post and number. */
export const troubles: Record<string, Trouble> = {
  "STR/RN/5": { kind: "lapsed", daysAgo: 75, foundDaysAgo: 60 },
  "NM/RAD/6": {
    kind: "conditions",
    daysAgo: 30,
    text: "Must not work without another radiographer in the department",
  },
  "STR/RN/4": {
    kind: "conditions",
    daysAgo: 90,
    text: "Must not give medicines by injection",
    cleared: "Nobody gives injections here on this nurse's word, and assessing is not limited",
  },
  "XR/RAD/8": { kind: "check-due", daysAgo: 9 },
  "DN/RN/8": {
    kind: "conditions",
    daysAgo: 40,
    text: "Must work under the supervision of another registered nurse",
  },
  "POD/POD/6": {
    kind: "conditions",
    daysAgo: 120,
    text: "Must not carry out nail surgery",
    cleared: "Nail surgery is not assessed here, and nothing else is limited",
  },
};
