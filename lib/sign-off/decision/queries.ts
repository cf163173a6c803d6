import "server-only";
import { and, asc, eq, isNull, notInArray } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { staffMembers, staffRoles } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permission";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { awaitsAnswer } from "@/lib/evidence/workflow";
import { seesRecord } from "@/lib/people/queries";
import { londonDate } from "@/lib/platform/dates";
import type { Assessment } from "../assessment/rules";
import { mayDecide } from "../policy";
import { getRequestFor, type RequestRow } from "../request/queries";
import { type StepRow, seenSteps, selectSteps } from "../request/steps/queries";
import type { RuleCheck } from "../rules";
import { gatherSigner } from "../signer/queries";
import { type Evidence, gatherEvidence } from "./evidence/queries";
import { checkDecision, type DecisionFacts, practiceProgress, type Seen } from "./rules";

/** What the five rules look at, for one signer of one request. */
export async function gatherDecisionFacts(
  tx: Tx,
  request: RequestRow,
  signerId: string,
  given: { seen: Seen; assessment: Assessment | null; now: Date },
): Promise<{ facts: DecisionFacts; evidence: Evidence }> {
  const on = londonDate(given.now);
  const evidence = await gatherEvidence(tx, request, on);
  const { version, practices, theory, prerequisites, exception, underReview } = evidence;
  const facts: DecisionFacts = {
    ...(await gatherSigner(tx, { ownerId: request.staffId, signerId, version }, on)),
    on,
    rule: version.rule,
    theory,
    prerequisites,
    practices,
    exception,
    underReview,
    versionInForce: version.versionId === request.competencyVersionId,
    seen: given.seen,
    current: { requestVersion: request.version, evidenceHash: evidence.hash },
    assessment: given.assessment,
  };
  return { facts, evidence };
}

/** A failed rule 4 names who can approve an exception: an education lead who neither signs nor is the person. */
async function withApprovers(
  tx: Tx,
  checks: RuleCheck[],
  { on, ownerId, signerId }: DecisionFacts,
): Promise<RuleCheck[]> {
  const failed = checks.find(({ code, met }) => code === "second-observer" && !met);
  if (!failed) return checks;
  const leads = await tx
    .selectDistinct({ name: staffMembers.name })
    .from(staffRoles)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.trustId, staffRoles.trustId), eq(staffMembers.id, staffRoles.staffId)),
    )
    .where(
      and(
        eq(staffRoles.role, "lead"),
        isNull(staffRoles.teamId),
        notInArray(staffRoles.staffId, [ownerId, signerId]),
        inForce(staffRoles, on),
      ),
    )
    .orderBy(asc(staffMembers.name));
  const approvers = leads.map(({ name }) => name);
  return checks.map((check) =>
    check === failed ? { ...check, params: { ...check.params, approvers } } : check,
  );
}

function unansweredBy({ staffId }: Actor, { practices }: Evidence): PracticeRow[] {
  return practices.filter(({ observerId, state }) => observerId === staffId && awaitsAnswer(state));
}

/** Practice that the signer has yet to answer is what would meet the practice rule first. */
function withUnanswered(checks: RuleCheck[], toConfirm: number): RuleCheck[] {
  return checks.map((check) =>
    check.code === "practice-met" && !check.met
      ? { ...check, params: { ...check.params, toConfirm } }
      : check,
  );
}

/** What the decision page shows: what is asked, each rule, all evidence, and what the signer may name. */
export interface DecisionPage {
  request: RequestRow;
  evidence: Evidence;
  /** As for an approval, before a final assessment is named. */
  checks: RuleCheck[];
  /** Practice that counts, and that the signer watched and confirmed: any may be the final assessment. */
  candidates: PracticeRow[];
  /** Practice of this request that waits for the signer's own answer, latest first. */
  toConfirm: PracticeRow[];
  steps: StepRow[];
  mayDecide: Permission;
  /** Whoever was asked may have stopped supervising the person since, and then sees no more than the request. */
  recordVisible: boolean;
}

/** Refuses "not-found" for whoever may not see the request. */
export function getDecisionPage(actor: Actor, requestId: string, now: Date): Promise<DecisionPage> {
  return withTrust(actor, async (tx) => {
    const request = await getRequestFor(tx, actor, requestId, londonDate(now));
    const seen = { requestVersion: request.version, evidenceHash: "" };
    const { facts, evidence } = await gatherDecisionFacts(tx, request, actor.staffId, {
      seen,
      assessment: null,
      now,
    });
    const shown = { ...facts, seen: facts.current };
    const { countedIds } = practiceProgress(facts);
    const toConfirm = unansweredBy(actor, evidence);
    const may = mayDecide(actor, { ownerId: request.staffId, addressedToId: request.addressedToId });
    const on = londonDate(now);
    const checks = checkDecision(shown, "approve").filter(({ code }) => code !== "final-assessment");
    return {
      request,
      evidence,
      checks: await withApprovers(tx, withUnanswered(checks, toConfirm.length), shown),
      candidates: evidence.practices.filter(
        ({ id, observerId }) => observerId === actor.staffId && countedIds.includes(id),
      ),
      toConfirm,
      steps: seenSteps(await selectSteps(tx, [request.id]), request.staffId === actor.staffId),
      mayDecide: may,
      recordVisible: may.allowed || (await seesRecord(tx, actor, request.staffId, on)),
    };
  });
}
