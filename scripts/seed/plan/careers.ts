import { type Aim, certainAims, holdersLookLike, learnersLookLike } from "@/db/seed/demo/aims";
import { personas } from "@/db/seed/demo/personas";
import type { Ask, DemoTeam } from "@/db/seed/demo/teams";
import type { PlannedPerson } from "./planned";
import { chanceOf } from "./random";

/** What each learner of a team is to have reached in each competency that it asks for. */
export function planAims(team: DemoTeam, learners: PlannedPerson[]): Map<string, Map<string, Aim>> {
  return new Map(
    learners.map((learner) => {
      const named = personas.find(({ key }) => key === learner.key)?.aims;
      const aims = team.asks.map(
        (ask) => [ask.code, named?.[ask.code] ?? aimOf(team, ask, learner)] as const,
      );
      return [learner.key, new Map(aims)];
    }),
  );
}

/** The only holder where there shall be one. */
const single = 3;

function aimOf(team: DemoTeam, ask: Ask, learner: PlannedPerson): Aim {
  const chance = chanceOf(`aim ${learner.key} ${ask.code}`);
  const number = learner.post === "AP" ? Number(learner.key.split("/").at(-1)) : null;
  const certain = certainAims.find(
    (one) => one.team === team.code && one.assistant === number && one.code === ask.code,
  );
  if (certain) return certain.aim;
  if (number === null)
    return ask.trainees ? traineeAim(chance.next(), chance.weighted(learnersLookLike)) : "not-started";
  if (ask.held === "one") return number === single ? "competent" : "not-started";
  if (ask.held === "none") return "not-started";
  return chance.next() < ask.held ? chance.weighted(holdersLookLike) : chance.weighted(learnersLookLike);
}

function traineeAim(luck: number, otherwise: Aim): Aim {
  return luck < 0.3 ? "competent" : otherwise;
}
