import "server-only";
import { runCommand } from "@/db/command";
import { lockRecord, lockStanding } from "@/db/locks";
import { signatures, signingEvents, signOffDecisions } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IdentityProof } from "@/lib/auth/proof";
import { notify } from "@/lib/notifications/commands";
import { sha256 } from "@/lib/platform/crypto";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { grantHolding } from "../holding/commands";
import { mayDecide } from "../policy";
import { auditRequest, takeOverIn } from "../request/commands";
import { getRequestFor, type RequestRow, selectSteps } from "../request/queries";
import { moveRequest } from "../request/steps/commands";
import type { RuleCheck } from "../rules";
import type { DecisionInput } from "../schema";
import { canonicalShown, shownSchema } from "../shown/rules";
import { type SignerRegistration, signingRegistration } from "../signer/rules";
import { signatureStatement } from "../words";
import { type Evidence, gatherDecisionFacts } from "./queries";
import { assertDecidable, type DecisionFacts, practiceProgress } from "./rules";

/** A decision without its secret: the password was proved before the transaction. */
export type Decision = DecisionInput extends infer Each
  ? Each extends unknown
    ? Omit<Each, "password">
    : never
  : never;

interface Decided {
  id: string;
  signatureId: string;
}

const done = {
  approve: "sign_off.approved",
  return: "sign_off.returned",
  decline: "sign_off.declined",
} as const;

/**
 * Approves, returns or declines, and signs. All five rules are checked in the transaction that decides; of two
 * supervisors at once one wins and the other is told. A request addressed to a colleague is taken over first.
 */
export function decideSignOff(
  ctx: CommandContext,
  input: Decision,
  proof: IdentityProof,
  key: string,
): Promise<Decided> {
  return runCommand(ctx, { action: "sign_off.decide", key, body: input }, async (tx) => {
    const { actor, now } = ctx;
    const asked = await getRequestFor(tx, actor, input.requestId, londonDate(now));
    authorise(mayDecide(actor, { ownerId: asked.staffId, addressedToId: asked.addressedToId }));
    requireFresh(proof, ctx);
    await lockRecord(tx, asked);
    await lockStanding(tx, actor.staffId, "rely");
    const seen = { requestVersion: input.seenVersion, evidenceHash: input.seenEvidenceHash };
    const assessment = assessmentOf(input);
    const { facts, evidence } = await gatherDecisionFacts(tx, asked, actor.staffId, {
      seen,
      assessment,
      now,
    });
    if (asked.state === "submitted") assertDecidable(facts, input.outcome);
    const request = asked.addressedToId === actor.staffId ? asked : await takeOverIn(tx, ctx, asked);
    const reason = reasonOf(input);
    await moveRequest(tx, ctx, request, input.outcome, { note: reason });
    const checks = assertDecidable(facts, input.outcome);
    const signatureId = await sign(tx, ctx, proof, { request: asked, facts, evidence, checks, input });
    const id = await insertDecision(tx, ctx, { request, input, reason, signatureId, facts });
    if (input.outcome === "approve") {
      const counted = practiceProgress(facts).countedIds;
      await grantHolding(tx, ctx, { request, evidence, counted, decisionId: id });
    }
    await auditRequest(tx, ctx, done[input.outcome], request, {
      reason,
      signatureId,
      outcome: input.outcome,
    });
    await notify(tx, ctx, {
      kind: done[input.outcome],
      toStaffId: request.staffId,
      payload: { requestId: request.id },
    });
    return { id, signatureId };
  });
}

/** No grace period: a proof is the signer's own, given on this form, at most five minutes ago. */
function requireFresh(proof: IdentityProof, { actor, now }: CommandContext): void {
  if (proof.staffId !== actor.staffId) refuse("forbidden", "proof-of-another");
  const age = now.getTime() - proof.provedAt.getTime();
  if (age < 0 || age > 300_000) refuse("invalid", "proof-expired", {}, "password");
}

function assessmentOf(input: Decision): DecisionFacts["assessment"] {
  if (input.outcome !== "approve") return null;
  if (input.assessmentPracticeId) {
    return { kind: "direct-observation", practiceId: input.assessmentPracticeId };
  }
  return input.assessmentNote ? { kind: "professional-discussion", note: input.assessmentNote } : null;
}

function reasonOf(input: Decision): string | null {
  if (input.outcome === "return") return input.missing;
  return input.outcome === "decline" ? input.reason : null;
}

interface ToSign {
  request: RequestRow;
  facts: DecisionFacts;
  evidence: Evidence;
  checks: RuleCheck[];
  input: Decision;
}

async function sign(
  tx: Tx,
  ctx: CommandContext,
  proof: IdentityProof,
  { request, facts, evidence, checks, input }: ToSign,
): Promise<string> {
  const { actor, now } = ctx;
  const [asked] = (await selectSteps(tx, [request.id])).filter(({ step }) => step === "submit");
  const meaning = signatureStatement(input.outcome, request.ownerName, evidence.version.title);
  const shown = canonicalShown({
    request: {
      id: request.id,
      version: request.version,
      round: request.round,
      submittedAt: request.stateSince,
      note: asked?.note ?? null,
    },
    owner: { staffId: request.staffId, name: request.ownerName },
    competency: {
      id: request.competencyId,
      versionId: evidence.version.versionId,
      code: evidence.version.code,
      title: evidence.version.title,
      version: evidence.version.versionNumber,
    },
    rule: evidence.version.rule,
    practices: evidence.practices,
    theory: evidence.theory,
    prerequisites: evidence.prerequisites,
    checks,
    decision: { outcome: input.outcome, statement: meaning },
  });
  const shownHash = sha256(Buffer.from(shown, "utf8"));
  const signingEventId = newId(now);
  const registration = signingRegistration(facts);
  await tx.insert(signingEvents).values({
    trustId: actor.trustId,
    id: signingEventId,
    signerId: actor.staffId,
    method: proof.method,
    provedAt: proof.provedAt,
    declarationHash: shownHash,
    signedAt: now,
  });
  const id = newId(now);
  await tx.insert(signatures).values({
    trustId: actor.trustId,
    id,
    signingEventId,
    signerId: actor.staffId,
    ownerId: request.staffId,
    signerName: actor.name,
    capacity: capacityOf(facts, registration),
    registration,
    meaning,
    shownSchema,
    shown,
    shownHash,
    exceptionId: exceptionUsed(checks) ? (facts.exception?.id ?? null) : null,
    demonstration: actor.demo,
    trustIsDemo: actor.demo,
    signedAt: now,
  });
  return id;
}

/** In which capacity the signer signed: their profession, and what made them an assessor of it. */
function capacityOf({ assessor }: DecisionFacts, registration: SignerRegistration | null): string {
  const basis = assessor.approved ? "approved assessor" : "holder of the competency";
  return `${registration?.profession ?? "unregistered"}, ${basis}`;
}

function exceptionUsed(checks: RuleCheck[]): boolean {
  return checks.some(({ code, params }) => code === "second-observer" && params.excepted === true);
}

async function insertDecision(
  tx: Tx,
  { actor, now }: CommandContext,
  {
    request,
    input,
    reason,
    signatureId,
    facts,
  }: {
    request: RequestRow;
    input: Decision;
    reason: string | null;
    signatureId: string;
    facts: DecisionFacts;
  },
): Promise<string> {
  const { assessment } = facts;
  const id = newId(now);
  await tx.insert(signOffDecisions).values({
    trustId: actor.trustId,
    id,
    requestId: request.id,
    round: request.round,
    ownerId: request.staffId,
    decidedById: actor.staffId,
    outcome: input.outcome,
    reason,
    assessmentPracticeId: assessment?.kind === "direct-observation" ? assessment.practiceId : null,
    assessmentNote: assessment?.kind === "professional-discussion" ? assessment.note : null,
    signatureId,
    decidedAt: now,
  });
  return id;
}
