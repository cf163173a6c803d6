import "server-only";
import type { Tx } from "@/db/tenant";
import { getCompetencyVersion } from "@/lib/competencies/queries";
import type { CompetencyVersion } from "@/lib/competencies/versions/queries";
import { type PracticeRow, selectPracticesOf } from "@/lib/evidence/practice/queries";
import { selectTheoryDone } from "@/lib/evidence/theory/queries";
import { sha256Hex } from "@/lib/platform/crypto";
import type { IsoDate } from "@/lib/platform/dates";
import type { ObserverException } from "@/lib/sign-off/assessment/rules";
import { findException } from "@/lib/sign-off/exception/queries";
import { heldAmong, selectHoldingEvents } from "@/lib/sign-off/holding/queries";
import { lastSignedOffOn, openReview } from "@/lib/sign-off/holding/rules";
import { evidenceDigestInput } from "@/lib/sign-off/shown/rules";

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
