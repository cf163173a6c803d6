import "server-only";
import { runCommand } from "@/db/command";
import { lockRecord, lockStanding } from "@/db/locks";
import { signOffDecisions } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import type { IdentityProof } from "@/lib/auth/proof";
import { notify } from "@/lib/notifications/commands";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { grantHolding } from "../holding/commands";
import { mayDecide } from "../policy";
import { takeOverIn } from "../request/commands";
import { getRequestFor, type RequestRow } from "../request/queries";
import { auditRequest, moveRequest } from "../request/steps/commands";
import { selectSteps } from "../request/steps/queries";
import type { RuleCheck } from "../rules";
import { assessmentShown, canonicalShown, competencyShown } from "../shown/rules";
import { requireFresh, writeSignature } from "../signature/commands";
import { signatureStatement } from "../words";
import type { Evidence } from "./evidence/queries";
import { gatherDecisionFacts } from "./queries";
import { assertDecidable, type DecisionFacts, practiceProgress } from "./rules";
import type { Decision } from "./schema";

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
  const [asked] = (await selectSteps(tx, [request.id])).filter(({ step }) => step === "submit");
  const { version, practices, theory, prerequisites } = evidence;
  const meaning = signatureStatement(input.outcome, request.ownerName, version.title);
  const shown = canonicalShown({
    request: {
      id: request.id,
      version: request.version,
      round: request.round,
      submittedAt: request.stateSince,
      note: asked?.note ?? null,
    },
    owner: { staffId: request.staffId, name: request.ownerName },
    competency: competencyShown(version),
    rule: version.rule,
    practices,
    theory,
    prerequisites,
    checks,
    decision: {
      outcome: input.outcome,
      reason: reasonOf(input),
      finalAssessment: assessmentShown(facts.assessment, practices),
      statement: meaning,
    },
  });
  const exceptionId = exceptionUsed(checks) ? (facts.exception?.id ?? null) : null;
  return writeSignature(tx, ctx, proof, {
    ownerId: request.staffId,
    signer: facts,
    meaning,
    shown,
    exceptionId,
  });
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
