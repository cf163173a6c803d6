import "server-only";
import { and, asc, eq, isNull, notInArray } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { observerExceptions, staffMembers, staffRoles } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permission";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import type { CompetencyVersion } from "@/lib/competencies/versions/queries";
import { type PracticeRow, selectPracticesOf } from "@/lib/evidence/practice/queries";
import { selectTheoryDone } from "@/lib/evidence/theory/queries";
import { seesRecord } from "@/lib/people/queries";
import { sha256Hex } from "@/lib/platform/crypto";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import type { Assessment, ObserverException } from "../assessment/rules";
import { heldAmong, selectHoldingEvents } from "../holding/queries";
import { lastSignedOffOn, openReview } from "../holding/rules";
import { mayDecide } from "../policy";
import { getRequestFor, type RequestRow, type StepRow, seenSteps, selectSteps } from "../request/queries";
import type { RuleCheck } from "../rules";
import { evidenceDigestInput } from "../shown/rules";
import { gatherSigner } from "../signer/queries";
import { checkDecision, type DecisionFacts, practiceProgress, type Seen } from "./rules";

/** A person's evidence for one competency on a day, as the rules and the pages read it. */
export interface Evidence {
  version: CompetencyVersion;
  practices: PracticeRow[];
  theory: { id: string; name: string; doneOn: IsoDate | null }[];
  prerequisites: { id: string; title: string; current: boolean }[];
  exception: ObserverException | null;
  /** A suspension or restriction stands. */
  underReview: boolean;
  /** SHA-256 of the evidence: it must not change between the page and the signature. */
  hash: string;
}

interface Subject {
  staffId: string;
  competencyId: string;
}

/** Gathers the evidence. After an earlier sign-off only practice since then counts for the next. */
export async function gatherEvidence(tx: Tx, subject: Subject, on: IsoDate): Promise<Evidence> {
  const { staffId, competencyId } = subject;
  const version = await getCompetencyVersion(tx, competencyId, on);
  const events = await selectHoldingEvents(tx, staffId, [competencyId]);
  const since = lastSignedOffOn(events, { on });
  const all = await selectPracticesOf(tx, subject, on);
  const practices = all.filter(
    ({ performedOn, state }) => state !== "draft" && (!since || performedOn > since),
  );
  const itemIds = version.theory.map(({ id }) => id);
  const done = await selectTheoryDone(tx, staffId, itemIds, on);
  const theory = version.theory.map((item) => ({ ...item, doneOn: done.get(item.id) ?? null }));
  const wanted = version.prerequisites.map(({ id }) => id);
  const held = await heldAmong(tx, staffId, wanted, on);
  const prerequisites = version.prerequisites.map((one) => ({ ...one, current: held.has(one.id) }));
  const exception = await findException(tx, subject, on);
  const digest = evidenceDigestInput({
    competencyVersionId: version.versionId,
    practices,
    theory,
    prerequisites,
    exception,
  });
  const underReview = openReview(events, { on }) !== null;
  return { version, practices, theory, prerequisites, exception, underReview, hash: sha256Hex(digest) };
}

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

/** The exception to rule 4 that is in force on the day; null where there is none. */
export async function findException(
  tx: Tx,
  subject: Subject,
  on: IsoDate,
): Promise<ObserverException | null> {
  const [found] = await tx
    .select({
      id: observerExceptions.id,
      approvedById: observerExceptions.approvedById,
      reason: observerExceptions.reason,
      validUntil: observerExceptions.validUntil,
    })
    .from(observerExceptions)
    .where(
      and(
        eq(observerExceptions.staffId, subject.staffId),
        eq(observerExceptions.competencyId, subject.competencyId),
        inForce(observerExceptions, on),
      ),
    )
    .limit(1);
  return found ?? null;
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

/** A late answer still counts, so lapsed practice waits too. */
function unansweredBy({ staffId }: Actor, { practices }: Evidence): PracticeRow[] {
  return practices.filter(
    ({ observerId, state }) =>
      observerId === staffId && (state === "awaiting-confirmation" || state === "lapsed"),
  );
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
