import { personas } from "@/db/seed/demo/personas";
import { troubles } from "@/db/seed/demo/standings";
import type { DemoTeam } from "@/db/seed/demo/teams";
import type { AdoptedCompetency } from "@/lib/competencies/catalogue/adoption";
import type { PlannedPerson, Supervision } from "./planned";

export const isLearner = ({ post }: Pick<PlannedPerson, "post">) => post === "AP" || post === "TAP";

/**
 * Each learner has two supervisors who can sign all that the team asks, in turn. Registrants with a blemish, and
 * those of other professions, are a third for a few.
 */
export function planSupervisions(
  team: DemoTeam,
  people: PlannedPerson[],
  competencies: ReadonlyMap<string, AdoptedCompetency>,
): Supervision[] {
  const members = people.filter((person) => person.team === team.code);
  const registrants = members.filter(({ registration }) => registration !== null);
  const pool = registrants.filter((person) => signsAll(person, team, competencies) && !troubles[person.key]);
  const thirds = registrants.filter((person) => !pool.includes(person));
  return members.filter(isLearner).flatMap((learner, index) => {
    const named = personas.find(({ key }) => key === learner.key)?.supervisors;
    const pair = named ?? [at(pool, index).key, at(pool, index + 1).key];
    const third = !named && thirds.length > 0 && index % 3 === 2 ? [at(thirds, (index - 2) / 3).key] : [];
    const from = learner.recordedOn;
    return [...pair, ...third].map((supervisor) => ({ supervisor, learner: learner.key, from }));
  });
}

function signsAll(
  { registration }: PlannedPerson,
  { asks }: DemoTeam,
  competencies: ReadonlyMap<string, AdoptedCompetency>,
): boolean {
  const profession = registration?.profession ?? "";
  return asks.every(({ code }) => competencies.get(code)?.signerProfessions.includes(profession));
}

function at(people: PlannedPerson[], index: number): PlannedPerson {
  const person = people[index % people.length];
  if (!person) throw new Error("a team without anybody who can sign");
  return person;
}
