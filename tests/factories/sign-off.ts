import { withTrust } from "@/db/tenant";
import type { IdentityProof } from "@/lib/auth/proof";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import { answerPractice } from "@/lib/evidence/practice/answers/commands";
import { recordPractice } from "@/lib/evidence/practice/commands";
import { recordTheory } from "@/lib/evidence/theory/commands";
import { londonDate } from "@/lib/platform/dates";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { getDecisionPage } from "@/lib/sign-off/decision/queries";
import { requestSignOff } from "@/lib/sign-off/request/commands";
import { aKey, contextOf, daysAfter, type Person } from "./context";
import type { World } from "./world";

export const gammaCamera = "NUC-QC-DAY";

/** A proof of identity as `provePassword` gives it. */
export function aProof({ staffId }: Person, at: Date): IdentityProof {
  return { method: "password", provedAt: at, staffId } as IdentityProof;
}

export interface PracticeOptions {
  code?: string;
  observer?: Person;
  at?: Date;
  performances?: number;
  outcome?: "achieved" | "prompted" | "stopped";
}

/** What the assistant practitioner of the world types into the form. */
export function practiceFields(
  world: World,
  { code = gammaCamera, observer, at, ...changes }: PracticeOptions = {},
) {
  return {
    competencyId: world.competency(code),
    performedOn: londonDate(at ?? world.at),
    settingId: world.settingId,
    equipmentId: world.equipmentId,
    supervision: "direct" as const,
    performances: 1,
    simulated: false,
    observerId: (observer ?? world.supervisor).staffId,
    outcome: "achieved" as const,
    note: null,
    incidentReference: null,
    submit: true,
    ...changes,
  };
}

/** Practice that the observer has been asked to confirm. */
export async function aPractice(world: World, options: PracticeOptions = {}): Promise<string> {
  const ctx = await contextOf(world.ap, options.at ?? world.at);
  return (await recordPractice(ctx, practiceFields(world, options), aKey())).id;
}

export async function aConfirmedPractice(world: World, options: PracticeOptions = {}): Promise<string> {
  const practiceId = await aPractice(world, options);
  const ctx = await contextOf(options.observer ?? world.supervisor, options.at ?? world.at);
  await answerPractice(ctx, { practiceId, answer: "confirm", reason: null }, aKey());
  return practiceId;
}

/** All theory of the competency, recorded by the supervisor. */
export async function theoryDone(world: World, at: Date, code = gammaCamera): Promise<void> {
  const ctx = await contextOf(world.supervisor, at);
  const on = londonDate(at);
  const version = await withTrust(ctx.actor, (tx) => getCompetencyVersion(tx, world.competency(code), on));
  for (const { id: theoryItemId } of version.theory) {
    await recordTheory(ctx, { staffId: world.ap.staffId, theoryItemId, completedOn: on }, aKey());
  }
}

/** Everything the gamma camera's daily checks ask for: five performances, two observers, three days, theory. */
export async function aCompleteEvidence(world: World): Promise<{ at: Date }> {
  await theoryDone(world, world.at);
  const days = [1, 2, 3].map((day) => daysAfter(day, world.at));
  await aConfirmedPractice(world, { at: days[0], performances: 2 });
  await aConfirmedPractice(world, { at: days[1], observer: world.secondSupervisor });
  await aConfirmedPractice(world, { at: days[2], performances: 2 });
  return { at: daysAfter(4, world.at) };
}

export async function aRequest(world: World, at: Date, code = gammaCamera): Promise<string> {
  const input = { competencyId: world.competency(code), supervisorId: world.supervisor.staffId, note: null };
  return (await requestSignOff(await contextOf(world.ap, at), input, aKey())).id;
}

/** What the decision form of this signer sends. */
export async function decisionOn(requestId: string, signer: Person, at: Date) {
  const { actor } = await contextOf(signer, at);
  const page = await getDecisionPage(actor, requestId, at);
  return {
    requestId,
    seenVersion: page.request.version,
    seenEvidenceHash: page.evidence.hash,
    outcome: "approve" as const,
    assessmentPracticeId: page.candidates[0]?.id ?? null,
    assessmentNote: null,
  };
}

/** The gamma camera's daily checks, signed off. */
export async function aHolding(world: World): Promise<{ at: Date; requestId: string; signatureId: string }> {
  const { at } = await aCompleteEvidence(world);
  const requestId = await aRequest(world, at);
  const decision = await decisionOn(requestId, world.supervisor, at);
  const signer = await contextOf(world.supervisor, at);
  const { signatureId } = await decideSignOff(signer, decision, aProof(world.supervisor, at), aKey());
  return { at, requestId, signatureId };
}
