import "server-only";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permission";
import type { PracticeRow } from "@/lib/evidence/practice/queries";
import { londonDate } from "@/lib/platform/dates";
import { mayDecide } from "../policy";
import { getRequestFor, type RequestRow, type StepRow, selectSteps } from "../request/queries";
import type { RuleCheck } from "../rules";
import { type Evidence, gatherDecisionFacts } from "./queries";
import { checkDecision, practiceProgress } from "./rules";

/** What the decision page shows: what is asked, each rule, all evidence, and what the signer may name. */
export interface DecisionPage {
  request: RequestRow;
  evidence: Evidence;
  /** As for an approval, before a final assessment is named. */
  checks: RuleCheck[];
  /** Practice that counts, and that the signer watched and confirmed: any may be the final assessment. */
  candidates: PracticeRow[];
  steps: StepRow[];
  mayDecide: Permission;
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
    return {
      request,
      evidence,
      checks: checkDecision(shown, "approve").filter(({ code }) => code !== "final-assessment"),
      candidates: evidence.practices.filter(
        ({ id, observerId }) => observerId === actor.staffId && countedIds.includes(id),
      ),
      steps: await selectSteps(tx, [request.id]),
      mayDecide: mayDecide(actor, { ownerId: request.staffId, addressedToId: request.addressedToId }),
    };
  });
}
