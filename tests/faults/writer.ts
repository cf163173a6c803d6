import { randomUUID } from "node:crypto";
import type { Actor, CommandContext } from "@/lib/auth/actor";
import { recordWatchedPractice } from "@/lib/evidence/practice/commands";
import { recordTheory } from "@/lib/evidence/theory/commands";
import { londonDate } from "@/lib/platform/dates";
import { type Decision, decideSignOff } from "@/lib/sign-off/decision/commands";
import { getDecisionPage } from "@/lib/sign-off/decision/page";
import { requestSignOff, resubmitSignOff, takeOverRequest } from "@/lib/sign-off/request/commands";
import { daysAfter } from "@/tests/factories/context";
import { aProof } from "@/tests/factories/sign-off";
import { Halted, type Ledger, persist, settle } from "./ledger";
import type { Learner, Task, Ward } from "./people";

/** Works through one person's sign-offs, command by command, until told to stop or none is left. */
export async function write(ledger: Ledger, ward: Ward, learner: Learner, isOver: () => boolean): Promise<void> {
  try {
    while (!isOver()) {
      const task = learner.tasks.shift();
      if (!task) return;
      const story = storyOf(ledger, ward, learner, task);
      for (const command of story) {
        if (isOver()) return;
        await command();
      }
    }
  } catch (error) {
    if (!(error instanceof Halted)) throw error;
  }
}

type Story = (() => Promise<unknown>)[];

/**
 * A request that is taken over and declined; then one that is returned, answered after practice on three days,
 * and approved.
 */
function storyOf(ledger: Ledger, ward: Ward, learner: Learner, { competencyId, theory }: Task): Story {
  const [first, second] = ward.supervisors;
  const { staffId } = learner.person;
  const at = (day: number) => daysAfter(day, ward.world.at);
  const request = { competencyId, supervisorId: first.staffId, note: null };
  const ask = async () => {
    const ctx = contextFor(learner.actor, at(0));
    requestId = await settle(ledger, ctx, "sign_off.request", (key) => requestSignOff(ctx, request, key));
  };
  const decide = (signer: Actor, day: number, choice: Choice) =>
    signDecision(ledger, contextFor(signer, at(day)), requestId, choice);
  let requestId = "";
  return [
    ask,
    async () => {
      const ctx = contextFor(second, at(0));
      const seen = { requestId, seenVersion: 1 };
      await settle(ledger, ctx, "sign_off.take_over", (key) => takeOverRequest(ctx, seen, key));
    },
    () => decide(second, 0, { outcome: "decline", reason: "Not on this rota yet" }),
    ask,
    () => decide(first, 0, { outcome: "return", missing: "Practice on three days" }),
    ...theory.map((theoryItemId) => async () => {
      const ctx = contextFor(first, at(1));
      const passed = { staffId, theoryItemId, completedOn: londonDate(ctx.now) };
      await settle(ledger, ctx, "theory.record", (key) => recordTheory(ctx, passed, key));
    }),
    ...[first, second, first].map((observer, index) => async () => {
      const ctx = contextFor(observer, at(index + 1));
      const practice = watchedPractice(ward, { staffId, competencyId, performedOn: londonDate(ctx.now) });
      await settle(ledger, ctx, "practice.record_watched", (key) => recordWatchedPractice(ctx, practice, key));
    }),
    async () => {
      const ctx = contextFor(learner.actor, at(4));
      const answer = { requestId, seenVersion: 2, supervisorId: first.staffId, note: null };
      await settle(ledger, ctx, "sign_off.resubmit", (key) => resubmitSignOff(ctx, answer, key));
    },
    () => decide(first, 4, { outcome: "approve" }),
  ];
}

type Choice =
  | { outcome: "approve" }
  | { outcome: "return"; missing: string }
  | { outcome: "decline"; reason: string };

async function signDecision(
  ledger: Ledger,
  ctx: CommandContext,
  requestId: string,
  choice: Choice,
): Promise<void> {
  const { actor, now } = ctx;
  const page = await persist(ledger, () => getDecisionPage(actor, requestId, now));
  const seen = {
    requestId,
    seenVersion: page.request.version,
    seenEvidenceHash: page.evidence.hash,
  };
  const decision: Decision =
    choice.outcome === "approve"
      ? { ...seen, ...choice, assessmentPracticeId: page.candidates[0]?.id ?? null, assessmentNote: null }
      : { ...seen, ...choice };
  const signer = { staffId: actor.staffId, accountId: actor.accountId, ods: actor.ods, name: actor.name };
  const proof = aProof(signer, now);
  await settle(ledger, ctx, "sign_off.decide", (key) => decideSignOff(ctx, decision, proof, key));
}

function watchedPractice(
  { world }: Ward,
  what: { staffId: string; competencyId: string; performedOn: string },
) {
  return {
    ...what,
    settingId: world.settingId,
    equipmentId: world.equipmentId,
    supervision: "direct" as const,
    performances: 4,
    simulated: false,
    outcome: "achieved" as const,
    note: null,
    incidentReference: null,
  };
}

function contextFor(actor: Actor, now: Date): CommandContext {
  return { actor, now, requestId: randomUUID() };
}
