import type { Actor } from "@/lib/auth/actor";
import { recordWatchedPractice } from "@/lib/evidence/practice/commands";
import { recordTheory } from "@/lib/evidence/theory/commands";
import { londonDate } from "@/lib/platform/dates";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { getDecisionPage } from "@/lib/sign-off/decision/queries";
import type { Decision } from "@/lib/sign-off/decision/schema";
import { requestSignOff, resubmitSignOff, takeOverRequest } from "@/lib/sign-off/request/commands";
import { daysAfter } from "@/tests/factories/context";
import { aProof } from "@/tests/factories/sign-off";
import { Halted, type Ledger, type Moment, persist, settle } from "./ledger";
import type { Learner, Task, Ward } from "./people";

/** Works through these people's sign-offs, command by command, until told to stop. */
export async function write(
  ledger: Ledger,
  ward: Ward,
  learners: Learner[],
  isOver: () => boolean,
): Promise<void> {
  try {
    for (const learner of learners) {
      for (let task = learner.tasks.shift(); task; task = learner.tasks.shift()) {
        for (const command of storyOf({ ledger, ward, learner, task })) {
          if (isOver()) return;
          await command();
        }
      }
    }
  } catch (error) {
    if (!(error instanceof Halted)) throw error;
    return;
  }
  throw new Error("A writer had nothing left to do before the run was over");
}

interface Plot {
  ledger: Ledger;
  ward: Ward;
  learner: Learner;
  task: Task;
}

/**
 * A request that is taken over and declined; then one that is returned, answered after practice on three days,
 * and approved. One command a line.
 */
function storyOf(plot: Plot): (() => Promise<void>)[] {
  const [first, second] = plot.ward.supervisors;
  const on = (actor: Actor, day: number): Moment => ({ actor, now: daysAfter(day, plot.ward.world.at) });
  const asking = on(plot.learner.actor, 0);
  let requestId = "";
  const ask = async () => {
    requestId = await request(plot, asking);
  };
  return [
    ask,
    () => takeOver(plot, on(second, 0), requestId),
    () => decide(plot, on(second, 0), requestId, { outcome: "decline", reason: "Not on this rota yet" }),
    ask,
    () => decide(plot, on(first, 0), requestId, { outcome: "return", missing: "Practice on three days" }),
    ...plot.task.theory.map((item) => () => passTheory(plot, on(first, 1), item)),
    ...[first, second, first].map((observer, day) => () => watchPractice(plot, on(observer, day + 1))),
    () => resubmit(plot, on(plot.learner.actor, 4), requestId),
    () => decide(plot, on(first, 4), requestId, { outcome: "approve" }),
  ];
}

function request({ ledger, ward, task }: Plot, moment: Moment): Promise<string> {
  const { staffId: supervisorId } = ward.supervisors[0];
  const input = { competencyId: task.competencyId, supervisorId, note: null };
  return settle(ledger, moment, "sign_off.request", (ctx, key) => requestSignOff(ctx, input, key));
}

async function takeOver({ ledger }: Plot, moment: Moment, requestId: string): Promise<void> {
  const input = { requestId, seenVersion: 1 };
  await settle(ledger, moment, "sign_off.take_over", (ctx, key) => takeOverRequest(ctx, input, key));
}

async function resubmit({ ledger, ward }: Plot, moment: Moment, requestId: string): Promise<void> {
  const { staffId: supervisorId } = ward.supervisors[0];
  const input = { requestId, seenVersion: 2, supervisorId, note: null };
  await settle(ledger, moment, "sign_off.resubmit", (ctx, key) => resubmitSignOff(ctx, input, key));
}

type Choice =
  | { outcome: "approve" }
  | { outcome: "return"; missing: string }
  | { outcome: "decline"; reason: string };

async function decide({ ledger }: Plot, moment: Moment, requestId: string, choice: Choice): Promise<void> {
  const { actor, now } = moment;
  const page = await persist(ledger, () => getDecisionPage(actor, requestId, now));
  const seenVersion = page.request.version;
  const seen = { requestId, seenVersion, seenEvidenceHash: page.evidence.hash };
  const assessment = { assessmentPracticeId: page.candidates[0]?.id ?? null, assessmentNote: null };
  const input: Decision =
    choice.outcome === "approve" ? { ...seen, ...choice, ...assessment } : { ...seen, ...choice };
  const proof = aProof(actor, now);
  await settle(ledger, moment, "sign_off.decide", (ctx, key) => decideSignOff(ctx, input, proof, key));
}

async function passTheory({ ledger, learner }: Plot, moment: Moment, theoryItemId: string): Promise<void> {
  const { staffId } = learner.actor;
  const input = { staffId, theoryItemId, completedOn: londonDate(moment.now) };
  await settle(ledger, moment, "theory.record", (ctx, key) => recordTheory(ctx, input, key));
}

async function watchPractice({ ledger, ward, learner, task }: Plot, moment: Moment): Promise<void> {
  const input = {
    staffId: learner.actor.staffId,
    competencyId: task.competencyId,
    performedOn: londonDate(moment.now),
    settingId: ward.world.settingId,
    equipmentId: ward.world.equipmentId,
    supervision: "direct" as const,
    performances: 4,
    simulated: false,
    outcome: "achieved" as const,
    note: null,
    incidentReference: null,
  };
  await settle(ledger, moment, "practice.record_watched", (ctx, key) =>
    recordWatchedPractice(ctx, input, key),
  );
}
