import "server-only";
import { and, eq } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { observerExceptions } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { getCompetencyVersion, isApprovedAssessor } from "@/lib/competencies/queries";
import type { CompetencyVersion } from "@/lib/competencies/versions/queries";
import { registrationsAsTheyStand } from "@/lib/evidence/practice/places";
import { type PracticeRow, selectPracticesOf } from "@/lib/evidence/practice/queries";
import { selectTheoryDone } from "@/lib/evidence/theory/queries";
import { sha256Hex } from "@/lib/platform/crypto";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import type { Assessment, ObserverException } from "../assessment/rules";
import { heldAmong, selectHoldingEvents } from "../holding/queries";
import { lastSignedOffOn } from "../holding/rules";
import type { RequestRow } from "../request/queries";
import { evidenceDigestInput } from "../shown/rules";
import type { DecisionFacts, Seen } from "./rules";

/** A person's evidence for one competency on a day, as the rules and the pages read it. */
export interface Evidence {
  version: CompetencyVersion;
  practices: PracticeRow[];
  theory: { id: string; name: string; doneOn: IsoDate | null }[];
  prerequisites: { id: string; title: string; current: boolean }[];
  exception: ObserverException | null;
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
  });
  return { version, practices, theory, prerequisites, exception, hash: sha256Hex(digest) };
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
  const { version, practices, theory, prerequisites, exception } = evidence;
  const held = await heldAmong(tx, signerId, [request.competencyId], on);
  const facts: DecisionFacts = {
    on,
    ownerId: request.staffId,
    signerId,
    competencyTitle: version.title,
    rule: version.rule,
    registrations: await registrationsAsTheyStand(tx, signerId, on),
    assessor: {
      holdsAsAssessor: held.has(request.competencyId),
      approved: await isApprovedAssessor(tx, signerId, request.competencyId, on),
    },
    theory,
    prerequisites,
    practices,
    exception,
    versionInForce: version.versionId === request.competencyVersionId,
    seen: given.seen,
    current: { requestVersion: request.version, evidenceHash: evidence.hash },
    assessment: given.assessment,
  };
  return { facts, evidence };
}

async function findException(tx: Tx, subject: Subject, on: IsoDate): Promise<ObserverException | null> {
  const [found] = await tx
    .select({
      id: observerExceptions.id,
      approvedById: observerExceptions.recordedById,
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
  return found?.approvedById ? { ...found, approvedById: found.approvedById } : null;
}
