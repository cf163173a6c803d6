import { type DemoTeam, demoTeams } from "@/db/seed/demo/teams";
import type { AdoptedCompetency } from "@/lib/competencies/catalogue/adoption";
import type { SettingKind } from "@/lib/competencies/rules";
import { addDays, type IsoDate } from "@/lib/platform/dates";
import type { Calendar } from "./calendar";
import type { Diary } from "./diary";
import { trustOf } from "./people";
import { type Inputs, type PlannedPerson, ref } from "./planned";
import type { PracticeDay } from "./practice";
import type { Chance } from "./random";

/** Who learns, with everything that the steps of a history are written with. */
export interface Learner {
  person: PlannedPerson;
  team: DemoTeam;
  manager: string;
  authoriser: string;
  lead: string;
  calendar: Calendar;
  chance: Chance;
  diary: Diary;
  /** Theory items that are done. */
  passed: Set<string>;
}

/** One competency in the hands of one learner: who signs, and who else watches. */
export interface Course {
  learner: Learner;
  competency: AdoptedCompetency;
  signer: string;
  colleague: string;
}

export const staff = (key: string) => ref("staff", key);
export const practiceName = (course: Course, number: number) => `${courseName(course)}/${number}`;
export const requestName = (course: Course) => ref("request", courseName(course));

export function courseName({ learner, competency }: Course): string {
  return `${learner.person.key}/${competency.code}`;
}

/** What is recorded of one day's practice, whoever records it. */
export function practiceInput(
  { learner, competency }: Course,
  sitting: PracticeDay,
  performedOn: IsoDate,
): Omit<Inputs["recordPractice"], "observerId" | "submit"> {
  const { team } = learner;
  return {
    competencyId: ref("competency", competency.code),
    performedOn,
    settingId: ref("setting", settingOf(team, sitting.settingKind)),
    equipmentId: competency.equipmentSpecific && team.equipment ? ref("equipment", team.equipment) : null,
    supervision: sitting.supervision,
    performances: sitting.performances,
    simulated: sitting.simulated,
    outcome: "achieved",
    note: null,
    incidentReference: null,
  };
}

/** The team's usual setting, unless the rule asks for another kind. */
function settingOf({ trust, setting }: DemoTeam, kind: SettingKind | null): string {
  const settings = trustOf(trust).settings;
  const usual = settings.find(({ code }) => code === setting);
  if (!kind || usual?.kind === kind) return setting;
  const other = settings.find((one) => one.kind === kind);
  if (!other) throw new Error(`no setting of kind ${kind}`);
  return other.code;
}

export function teamOf(person: PlannedPerson): DemoTeam {
  const team = demoTeams.find(({ code }) => code === person.team);
  if (!team) throw new Error(`${person.key} is in no team`);
  return team;
}

/** Theory that has not been passed for something else yet. */
export function doTheory(course: Course, on: IsoDate): void {
  const { learner, competency, signer } = course;
  const missing = competency.theory.filter((name) => !learner.passed.has(name));
  for (const name of missing) {
    learner.passed.add(name);
    const what = { staffId: staff(learner.person.key), theoryItemId: ref("theory", name) };
    const completedOn = addDays(on, -learner.chance.between(0, 3));
    learner.diary.write(on, signer, "recordTheory", { ...what, completedOn });
  }
}
