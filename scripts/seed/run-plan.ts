import { demoTrusts } from "@/db/seed/demo/trusts";
import { withTrust } from "@/db/tenant";
import type { Actor, CommandContext } from "@/lib/auth/actor";
import { competenciesInForce } from "@/lib/competencies/queries";
import { londonDate } from "@/lib/platform/dates";
import { actorsOf, trustKeyOf } from "./actors";
import { commands } from "./commands";
import type { Names } from "./names";
import type { DemoPlan, PlannedCommand } from "./plan/planned";
import { firstLead } from "./plan/set-up";
import { withSteadyIds } from "./steady-ids";

/** Streams that run at once: enough to keep two processors busy. */
const usualLanes = 8;

type Command = (ctx: CommandContext, input: object, key: string) => Promise<{ id: string }>;

/** Runs every command of the plan in its trust, as its person, at its own time. */
export async function runPlan(
  plan: DemoPlan,
  names: Names,
  onProgress: (text: string) => void,
  lanes = usualLanes,
): Promise<number> {
  const actorAt = actorsOf(plan, names);
  let done = 0;
  for (const { title, streams } of plan.phases) {
    onProgress(title);
    await inLanes(lanes, streams, async (stream, index) => {
      for (const [step, command] of stream.entries()) {
        await runOne(command, `${plan.anchor} ${title} ${index} ${step}`);
        done += 1;
        if (done % 1000 === 0) onProgress(`${done} commands`);
      }
    });
    if (title === "Frameworks") await learnCompetencies(plan, names, actorAt);
  }
  return done;

  async function runOne(command: PlannedCommand, seed: string): Promise<void> {
    const now = new Date(command.at);
    const trust = trustKeyOf(plan, command.by);
    const actor = actorAt(command.by, londonDate(now));
    const run = commands[command.name] as Command;
    await withSteadyIds(seed, now, async (maker) => {
      const ctx = { actor, now, requestId: maker(now) };
      const result = await run(ctx, names.fillIn(trust, command.input), maker(now)).catch((error) => {
        throw new Error(`${command.name} by ${command.by} at ${command.at} failed: ${reasonOf(error)}`, {
          cause: error,
        });
      });
      if (command.as) names.learn(trust, command.as, result.id);
    });
  }
}

/** Runs the streams a few at a time, the longest first so that none is left to run alone; within each, in order. */
async function inLanes<Stream extends readonly unknown[]>(
  lanes: number,
  streams: readonly Stream[],
  work: (stream: Stream, index: number) => Promise<void>,
): Promise<void> {
  const byLength = [...streams.entries()].sort(([, a], [, b]) => b.length - a.length);
  const waiting = byLength.values();
  const lane = async () => {
    for (const [index, item] of waiting) await work(item, index);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Names that a framework brings with it: its competencies and theory items. */
async function learnCompetencies(
  plan: DemoPlan,
  names: Names,
  actorAt: (key: string, on: string) => Actor,
): Promise<void> {
  const on = londonDate(plan.beganAt);
  for (const trust of demoTrusts) {
    const versions = await withTrust(actorAt(firstLead(trust), on), (tx) => competenciesInForce(tx, on));
    for (const { code, competencyId, theory } of versions) {
      names.learn(trust.key, `competency:${code}`, competencyId);
      for (const { id, name } of theory) names.learn(trust.key, `theory:${name}`, id);
    }
  }
}

function reasonOf(error: unknown): string {
  const { code, params } = { code: null, params: null, ...(error as object) };
  return code ? `${code} ${JSON.stringify(params)}` : String(error);
}
