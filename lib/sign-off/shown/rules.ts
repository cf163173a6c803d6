import type { CompetencyRule } from "@/lib/competencies/rules";
import type { PracticeFact } from "@/lib/evidence/rules";
import { canonicalJson } from "@/lib/platform/canonical-json";
import type { IsoDate } from "@/lib/platform/dates";
import type { Assessment } from "@/lib/sign-off/assessment/rules";
import type { RuleCheck } from "@/lib/sign-off/rules";
import type { Outcome } from "@/lib/sign-off/workflow";

/**
 * The form of the documents below. It rises with any change of form; stored texts keep theirs, and are verified as
 * the texts that they are. Since 2 a decision says what its final assessment and its reason were.
 */
export const shownSchema = 2;

/** The form of the evidence's digest, which lives no longer than the open form that it travels with. */
const digestSchema = 1;

/** Practice as the signer reads it: the facts, with the names on the page. */
export interface ShownPractice extends PracticeFact {
  observerName: string | null;
  settingName: string | null;
  equipmentName: string | null;
  note: string | null;
}

/** Everything that a decision page shows its signer. */
export interface ShownDocument {
  request: { id: string; version: number; round: number; submittedAt: string; note: string | null };
  owner: { staffId: string; name: string };
  competency: { id: string; versionId: string; code: string; title: string; version: number };
  rule: CompetencyRule;
  practices: readonly ShownPractice[];
  theory: readonly { id: string; name: string; doneOn: IsoDate | null }[];
  prerequisites: readonly { id: string; title: string; current: boolean }[];
  checks: readonly RuleCheck[];
  /** The outcome with what it rests on, and the statement that the signature means. */
  decision: {
    outcome: Outcome;
    /** What is missing, or why it is declined. */
    reason: string | null;
    finalAssessment: ShownAssessment | null;
    statement: string;
  };
}

/** Which practice the signer named as the final assessment, or what they discussed. */
export type ShownAssessment =
  | {
      kind: "direct-observation";
      practiceId: string;
      performedOn: IsoDate;
      settingName: string | null;
      equipmentName: string | null;
    }
  | { kind: "professional-discussion"; note: string };

/** Everything that the page of a reinstatement shows its signer. */
export interface ShownReinstatement {
  owner: { staffId: string; name: string };
  competency: ShownDocument["competency"];
  /** What is lifted: the suspension or restriction, as it stood. */
  review: {
    eventId: string;
    kind: string;
    on: IsoDate;
    reason: string | null;
    byName: string;
    limits: string[];
  };
  checks: readonly RuleCheck[];
  /** How the person was reassessed, and the statement that the signature means. */
  reinstatement: { reassessment: string; statement: string };
}

/** The evidence that must not have changed between the page and the signature. */
export type ShownEvidence = Pick<ShownDocument, "theory" | "prerequisites"> & {
  competencyVersionId: string;
  practices: readonly PracticeFact[];
  /** The exception to rule 4 that the page shows. */
  exception: { id: string; reason: string; validUntil: IsoDate | null } | null;
};

/** What the signer was shown, as the one text that is hashed and kept with the signature. */
export function canonicalShown(document: ShownDocument): string {
  return canonicalJson({ ...document, ...inOneOrder(document), schema: shownSchema });
}

/** The final assessment as the signature's text names it; null where the decision rests on none. */
export function assessmentShown(
  assessment: Assessment | null,
  practices: readonly Pick<ShownPractice, "id" | "performedOn" | "settingName" | "equipmentName">[],
): ShownAssessment | null {
  if (assessment?.kind === "professional-discussion") {
    return { kind: "professional-discussion", note: assessment.note ?? "" };
  }
  const named = practices.find(({ id }) => id === assessment?.practiceId);
  if (!named) return null;
  const { id: practiceId, performedOn, settingName, equipmentName } = named;
  return { kind: "direct-observation", practiceId, performedOn, settingName, equipmentName };
}

/** The same for a reinstatement. */
export function canonicalReinstatement(document: ShownReinstatement): string {
  return canonicalJson({ ...document, schema: shownSchema });
}

/** A competency as a page names it. */
export function competencyShown(version: {
  competencyId: string;
  versionId: string;
  code: string;
  title: string;
  versionNumber: number;
}): ShownDocument["competency"] {
  const { competencyId: id, versionId, code, title, versionNumber } = version;
  return { id, versionId, code, title, version: versionNumber };
}

/** The text of the evidence alone; its hash travels with the form and is compared when the decision is made. */
export function evidenceDigestInput(evidence: ShownEvidence): string {
  const { competencyVersionId, exception } = evidence;
  const lists = inOneOrder(evidence);
  return canonicalJson({
    competencyVersionId,
    exception: exception && {
      id: exception.id,
      reason: exception.reason,
      validUntil: exception.validUntil,
    },
    schema: digestSchema,
    practices: lists.practices.map(factsOf),
    theory: lists.theory.map(({ id, name, doneOn }) => ({ id, name, doneOn })),
    prerequisites: lists.prerequisites.map(({ id, title, current }) => ({ id, title, current })),
  });
}

/** The order in which rows arrive means nothing, so it must not change the hash. */
function inOneOrder<T extends Pick<ShownEvidence, "practices" | "theory" | "prerequisites">>(lists: T) {
  return {
    practices: [...lists.practices].sort(byId),
    theory: [...lists.theory].sort(byId),
    prerequisites: [...lists.prerequisites].sort(byId),
  };
}

/** Names on the page are left out: a colleague who marries does not change the evidence. */
function factsOf(practice: PracticeFact): PracticeFact {
  const { id, performedOn, settingKind, settingId, equipmentId, supervision, performances } = practice;
  const { simulated, outcome, observerId, state, recordedAt } = practice;
  return {
    id,
    performedOn,
    settingKind,
    settingId,
    equipmentId,
    supervision,
    performances,
    simulated,
    outcome,
    observerId,
    state,
    recordedAt,
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
