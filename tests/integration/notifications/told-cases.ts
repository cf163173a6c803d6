import { approveAssessor } from "@/lib/competencies/assessors/commands";
import { answerPractice } from "@/lib/evidence/practice/answers/commands";
import { recordPractice } from "@/lib/evidence/practice/commands";
import { withdrawPractice } from "@/lib/evidence/practice/withdrawals/commands";
import type { NotificationKind } from "@/lib/notifications/kinds";
import { clearConditions } from "@/lib/people/registrations/clearances/commands";
import { recordRegistrationCheck } from "@/lib/people/registrations/commands";
import { grantAuthority } from "@/lib/sign-off/authority/commands";
import { endAuthority } from "@/lib/sign-off/authority/ending/commands";
import { decideSignOff } from "@/lib/sign-off/decision/commands";
import { approveException, endException } from "@/lib/sign-off/exception/commands";
import { restrictHolding, suspendHolding } from "@/lib/sign-off/holding/commands";
import { reinstateHolding } from "@/lib/sign-off/holding/reinstatement/commands";
import { voidSignOff } from "@/lib/sign-off/holding/voiding/commands";
import {
  requestSignOff,
  resubmitSignOff,
  takeOverRequest,
  withdrawRequest,
} from "@/lib/sign-off/request/commands";
import { aKey, contextOf, worldStart } from "@/tests/factories/context";
import { aRegistration } from "@/tests/factories/people";
import {
  aCompleteEvidence,
  aConfirmedPractice,
  aHolding,
  aPractice,
  aProof,
  aRequest,
  decisionOn,
  gammaCamera,
  practiceFields,
} from "@/tests/factories/sign-off";
import type { World } from "@/tests/factories/world";

/** A command that tells somebody of something. */
export interface Told {
  command: (key: string) => Promise<unknown>;
  to: string;
  /** A refused form of it; without one, the same command a second time, under another key. */
  refused?: (key: string) => Promise<unknown>;
}

/** A world that all share, and another for what needs one to itself. */
type Given = (world: World, another: () => Promise<World>) => Promise<Told>;

const at = worldStart;

/** By kind: what has to be there, and the command. Each works on a competency that no other case does. */
export const toldCases: Partial<Record<NotificationKind, Given>> = {
  "practice.submitted": async (world) => {
    const ctx = await contextOf(world.ap);
    const fields = practiceFields(world);
    return {
      command: (key) => recordPractice(ctx, fields, key),
      refused: (key) => recordPractice(ctx, { ...fields, performedOn: "2026-03-03" }, key),
      to: world.supervisor.staffId,
    };
  },
  "practice.confirmed": (world) => answered(world, "confirm"),
  "practice.not_confirmed": (world) => answered(world, "refuse"),
  "practice.withdrawn": async (world) => {
    const practiceId = await aConfirmedPractice(world);
    const ctx = await contextOf(world.supervisor);
    const input = { practiceId, reason: "It was another person" };
    return { command: (key) => withdrawPractice(ctx, input, key), to: world.ap.staffId };
  },
  "sign_off.requested": async (world) => {
    const ctx = await contextOf(world.ap);
    const input = {
      competencyId: world.competency("NUC-ID"),
      supervisorId: world.supervisor.staffId,
      note: null,
    };
    return { command: (key) => requestSignOff(ctx, input, key), to: world.supervisor.staffId };
  },
  "sign_off.withdrawn": async (world) => {
    const requestId = await aRequest(world, at, "NUC-WB");
    const ctx = await contextOf(world.ap);
    const input = { requestId, seenVersion: 1 };
    return { command: (key) => withdrawRequest(ctx, input, key), to: world.supervisor.staffId };
  },
  "sign_off.taken_over": async (world) => {
    const requestId = await aRequest(world, at, "NUC-MON");
    const ctx = await contextOf(world.secondSupervisor);
    const input = { requestId, seenVersion: 1 };
    return { command: (key) => takeOverRequest(ctx, input, key), to: world.ap.staffId };
  },
  "sign_off.returned": async (world) => {
    const requestId = await aRequest(world, at, "NUC-WAS");
    return decided(world, requestId, { outcome: "return", missing: "Two more performances" });
  },
  "sign_off.resubmitted": async (world) => {
    const requestId = await aRequest(world, at, "NUC-DIS");
    const { command: giveBack } = await decided(world, requestId, {
      outcome: "return",
      missing: "The theory",
    });
    await giveBack(aKey());
    const input = { requestId, seenVersion: 2, supervisorId: world.secondSupervisor.staffId, note: null };
    const ctx = await contextOf(world.ap);
    return { command: (key) => resubmitSignOff(ctx, input, key), to: world.secondSupervisor.staffId };
  },
  "sign_off.declined": async (world) => {
    const requestId = await aRequest(world, at, "NUC-INF");
    return decided(world, requestId, { outcome: "decline", reason: "Not in this post" });
  },
  "sign_off.approved": async (_, another) => {
    const world = await another();
    const { at: complete } = await aCompleteEvidence(world);
    const requestId = await aRequest(world, complete);
    return decided(world, requestId, await decisionOn(requestId, world.supervisor, complete), complete);
  },
  "holding.suspended": async (_, another) => {
    const { world, held, subject } = await suspendable(another);
    const ctx = await contextOf(world.manager, held);
    const input = { ...subject, reason: "Pending review", incidentReference: "INC-7" };
    return { command: (key) => suspendHolding(ctx, input, key), to: world.ap.staffId };
  },
  "holding.reinstated": async (_, another) => {
    const { world, held, subject } = await suspendable(another);
    const suspension = { ...subject, reason: "Pending review", incidentReference: null };
    const { id: seenEventId } = await suspendHolding(
      await contextOf(world.manager, held),
      suspension,
      aKey(),
    );
    const ctx = await contextOf(world.supervisor, held);
    const proof = aProof(world.supervisor, held);
    const input = { ...subject, seenEventId, reason: "Watched it done twice" };
    return { command: (key) => reinstateHolding(ctx, input, proof, key), to: world.ap.staffId };
  },
  "holding.restricted": async (_, another) => {
    const { world, held, subject } = await suspendable(another);
    const ctx = await contextOf(world.manager, held);
    const limits = { siteId: null, equipmentId: null, supervision: "direct", limits: null } as const;
    const input = { ...subject, ...limits, reason: "Pending review", incidentReference: null };
    const refused = { ...input, equipmentId: aKey() };
    return {
      command: (key) => restrictHolding(ctx, input, key),
      refused: (key) => restrictHolding(ctx, refused, key),
      to: world.ap.staffId,
    };
  },
  "holding.voided": async (_, another) => {
    const { world, held, signatureId } = await suspendable(another);
    const ctx = await contextOf(world.supervisor, held);
    const input = { signatureId, reason: "It was another person" };
    return {
      command: (key) => voidSignOff(ctx, input, aProof(world.supervisor, held), key),
      to: world.ap.staffId,
    };
  },
  "exception.approved": async (_, another) => {
    const world = await another();
    const ctx = await contextOf(world.lead);
    return { command: (key) => approveException(ctx, exceptionFor(world), key), to: world.ap.staffId };
  },
  "exception.ended": async (_, another) => {
    const world = await another();
    const ctx = await contextOf(world.lead);
    const { id } = await approveException(ctx, exceptionFor(world), aKey());
    const input = { id, validUntil: "2026-03-10" };
    return { command: (key) => endException(ctx, input, key), to: world.ap.staffId };
  },
  "authority.granted": async (world) => {
    const ctx = await contextOf(world.authoriser);
    const grant = { kind: "entitlement", document: "IRMER-1", validFrom: "2026-03-02" } as const;
    const input = { ...grant, ...subjectOf(world), equipmentId: null, lastDay: null };
    return { command: (key) => grantAuthority(ctx, input, key), to: world.ap.staffId };
  },
  "authority.ended": async (_, another) => {
    const world = await another();
    const ctx = await contextOf(world.authoriser);
    const grant = { kind: "entitlement", document: "IRMER-1", validFrom: "2026-03-02" } as const;
    const input = { ...grant, ...subjectOf(world), equipmentId: null, lastDay: null };
    const { id } = await grantAuthority(ctx, input, aKey());
    const ending = { authorityId: id, lastDay: "2026-03-09", reason: "New post" };
    return { command: (key) => endAuthority(ctx, ending, key), to: world.ap.staffId };
  },
  "registration.checked": async (world) => {
    const ctx = await contextOf(world.lead);
    const { id: registrationId } = await aRegistration(ctx, world.manager.staffId, { check: false });
    const found = { outcome: "registered", effectiveOn: null, conditions: null } as const;
    const check = (nextCheckDueOn: string) => ({ registrationId, ...found, nextCheckDueOn });
    return {
      command: (key) => recordRegistrationCheck(ctx, check("2028-03-01"), key),
      refused: (key) => recordRegistrationCheck(ctx, check("2026-03-02"), key),
      to: world.manager.staffId,
    };
  },
  "conditions.cleared": async (world) => {
    const ctx = await contextOf(world.lead);
    const { staffId } = world.authoriser;
    const { checkId } = await aRegistration(ctx, staffId, { outcome: "conditions" });
    const input = { registrationCheckId: checkId ?? "", reason: "Nights only", validUntil: null };
    return { command: (key) => clearConditions(ctx, input, key), to: staffId };
  },
  "assessor.approved": async (world) => {
    const ctx = await contextOf(world.lead);
    const { staffId } = world.manager;
    const scope = { frameworkId: null, competencyId: world.competency("NUC-SPE") };
    const input = { staffId, ...scope, validFrom: "2026-03-02", validUntil: null };
    return { command: (key) => approveAssessor(ctx, input, key), to: staffId };
  },
};

async function answered(world: World, answer: "confirm" | "refuse"): Promise<Told> {
  const practiceId = await aPractice(world);
  const ctx = await contextOf(world.supervisor);
  const input = { practiceId, answer, reason: answer === "refuse" ? "I was elsewhere" : null };
  return { command: (key) => answerPractice(ctx, input, key), to: world.ap.staffId };
}

type Outcome =
  | { outcome: "return"; missing: string }
  | { outcome: "decline"; reason: string }
  | Awaited<ReturnType<typeof decisionOn>>;

async function decided(world: World, requestId: string, outcome: Outcome, when = at): Promise<Told> {
  const seen = await decisionOn(requestId, world.supervisor, when);
  const { seenVersion, seenEvidenceHash } = seen;
  const input = { requestId, seenVersion, seenEvidenceHash, ...outcome };
  const ctx = await contextOf(world.supervisor, when);
  const proof = aProof(world.supervisor, when);
  return { command: (key) => decideSignOff(ctx, input, proof, key), to: world.ap.staffId };
}

async function suspendable(another: () => Promise<World>) {
  const world = await another();
  const { at: held, signatureId } = await aHolding(world);
  return { world, held, signatureId, subject: subjectOf(world) };
}

function exceptionFor(world: World) {
  return { ...subjectOf(world), reason: "Nobody else works there", lastDay: "2026-04-30" };
}

function subjectOf({ ap, competency }: World) {
  return { staffId: ap.staffId, competencyId: competency(gammaCamera) };
}
