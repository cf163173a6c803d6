import type postgres from "postgres";
import { withTrust } from "@/db/tenant";
import type { Actor, CommandContext } from "@/lib/auth/actor";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { startSupervision } from "@/lib/people/supervision/commands";
import { londonDate } from "@/lib/platform/dates";
import { actorOf, aKey, contextOf, type Person } from "@/tests/factories/context";
import { aStaffMember } from "@/tests/factories/people";
import { aWorld, type World } from "@/tests/factories/world";
import type { TestDatabase } from "@/tests/support/database";

/** Competencies without prerequisites that a radiographer may sign off. */
const codes = ["NUC-QC-DAY", "NUC-QC-CAL", "NUC-MON", "NUC-ID", "NUC-DIS", "NUC-CHK", "NUC-WAS"];

export interface Task {
  competencyId: string;
  theory: string[];
}

/** One person's sign-offs still to come: nobody else works on them. */
export interface Learner {
  actor: Actor;
  tasks: Task[];
}

export interface Ward {
  world: World;
  supervisors: readonly [Actor, Actor];
  learners: Learner[];
}

/** A trust with so many assistant practitioners under the same two supervisors. */
export async function aWard(database: TestDatabase, size: number): Promise<Ward> {
  const world = await aWorld(database);
  const lead = await contextOf(world.lead);
  const people: Person[] = [];
  for (let place = 0; place < size; place += 1) people.push(await aLearner(database.owner, world, lead));
  const [first, second] = [await actorOf(world.supervisor), await actorOf(world.secondSupervisor)];
  const tasks = await tasksOf(world, lead.actor);
  const learners = await Promise.all(
    people.map(async (person) => ({ actor: await actorOf(person), tasks: [...tasks] })),
  );
  return { world, supervisors: [first, second], learners };
}

async function aLearner(owner: postgres.Sql, world: World, lead: CommandContext): Promise<Person> {
  const post = { teamId: world.teamId, jobRoleId: world.apRoleId };
  const person = await aStaffMember(owner, lead, { post, roles: [{ role: "assistant-practitioner" }] });
  for (const { staffId: supervisorId } of [world.supervisor, world.secondSupervisor]) {
    const pair = { supervisorId, learnerId: person.staffId, validFrom: londonDate(world.at) };
    await startSupervision(lead, pair, aKey());
  }
  return person;
}

function tasksOf(world: World, actor: Actor): Promise<Task[]> {
  return withTrust(actor, async (tx) => {
    const tasks: Task[] = [];
    for (const code of codes) {
      const competencyId = world.competency(code);
      const { theory } = await getCompetencyVersion(tx, competencyId, londonDate(world.at));
      tasks.push({ competencyId, theory: theory.map(({ id }) => id) });
    }
    return tasks;
  });
}
