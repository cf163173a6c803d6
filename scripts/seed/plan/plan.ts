import type { Aim } from "@/db/seed/demo/aims";
import { personas } from "@/db/seed/demo/personas";
import { type DemoTeam, demoTeams } from "@/db/seed/demo/teams";
import { addDays } from "@/lib/platform/dates";
import { type Calendar, calendarOf } from "./calendar";
import { planAims } from "./careers";
import { shippedCompetencies } from "./competencies";
import { Diary } from "./diary";
import { writeHistory } from "./history";
import { type Learner, teamOf } from "./learner";
import { planPeople } from "./people";
import type { DemoPlan, PlannedCommand, PlannedPerson, Supervision } from "./planned";
import { chanceOf } from "./random";
import { signsOn } from "./registers";
import { type Attainment, heldAims, planAttainments } from "./schedule";
import { firstLead, planSetUp } from "./set-up";
import { isLearner, planSupervisions } from "./supervision";

type Competencies = ReturnType<typeof shippedCompetencies>;

/** The whole demonstration, a function of the anchor alone. */
export function planDemo(anchor: Date): DemoPlan {
  const calendar = calendarOf(anchor);
  const competencies = shippedCompetencies();
  const people = planPeople(calendar);
  const supervisions = demoTeams.flatMap((team) => planSupervisions(team, people, competencies));
  const world = { calendar, competencies, people, supervisions };
  return {
    anchor: anchor.toISOString(),
    beganAt: `${calendar.began}T07:00:00.000Z`,
    people,
    supervisions,
    phases: [
      ...planSetUp(world),
      {
        title: "Two years of practice and sign-off",
        streams: demoTeams.flatMap((team) => planTeam(team, world)),
      },
    ],
  };
}

interface World {
  calendar: Calendar;
  competencies: Competencies;
  people: PlannedPerson[];
  supervisions: Supervision[];
}

function planTeam(team: DemoTeam, world: World): PlannedCommand[][] {
  const learners = world.people.filter((person) => person.team === team.code && isLearner(person));
  const aims = planAims(team, learners);
  return learners.map((person) => planCareer(person, aims.get(person.key) ?? new Map(), world));
}

function planCareer(person: PlannedPerson, aims: ReadonlyMap<string, Aim>, world: World) {
  const { calendar, competencies, supervisions } = world;
  const chance = chanceOf(`career ${person.key}`);
  const wanted = [...aims].map(([code, aim]) => ({ competency: competencyOf(competencies, code), aim }));
  const attainments = planAttainments(wanted, person.recordedOn, calendar, chance);
  const learner: Learner = {
    ...{ person, calendar, chance, team: teamOf(person), passed: new Set() },
    manager: managerOf(person, world.people),
    authoriser: "authoriser",
    lead: firstLead({ key: person.trust }),
    diary: new Diary(addDays(calendar.today, -1)),
  };
  const supervisors = supervisions
    .filter(({ learner: key }) => key === person.key)
    .map(({ supervisor }) => supervisor);
  for (const attainment of attainments) {
    const { competency } = attainment;
    writeHistory({ learner, competency, ...pairFor(attainment, supervisors, world) }, attainment);
  }
  return learner.diary.inOrder();
}

/** The third supervisor signs where they may, so that the past holds signatures of people who no longer could. */
function pairFor(attainment: Attainment, supervisors: string[], { people, calendar }: World) {
  const [first = "", second = "", third] = supervisors;
  const profession = people.find(({ key }) => key === third)?.registration?.profession ?? "";
  const accepted = attainment.competency.signerProfessions.includes(profession);
  const day = attainment.renewedOn ?? attainment.reachedOn;
  const held = heldAims.includes(attainment.aim) && attainment.aim !== "reinstated";
  const may =
    third && accepted && (held || attainment.aim === "awaiting") && mayWatch(third, held, day, calendar);
  return may ? { signer: third, colleague: first } : { signer: first, colleague: second };
}

function mayWatch(third: string, held: boolean, day: string, calendar: Calendar): boolean {
  return held ? signsOn(third, day, calendar) : signsOn(third, calendar.ago(11), calendar);
}

function competencyOf(competencies: Competencies, code: string) {
  const found = competencies.get(code);
  if (!found) throw new Error(`the catalogue has no ${code}`);
  return found;
}

function managerOf({ team }: PlannedPerson, people: PlannedPerson[]): string {
  const manager = people.find((person) => person.team === team && person.post === "MGR");
  return manager?.key ?? personas[0]?.key ?? "";
}
