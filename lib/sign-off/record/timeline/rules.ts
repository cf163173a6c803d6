import { addDays, type Dated, formatDate, type IsoDate } from "@/lib/platform/dates";
import type { AuthorityKind } from "@/lib/sign-off/authority/rules";
import { authorityKindWords } from "@/lib/sign-off/authority/words";
import type { HoldingEventKind, HoldingScope } from "@/lib/sign-off/holding/rules";
import { holdingEventWords, scopeSentences } from "@/lib/sign-off/holding/words";
import { stepTaker, stepWords } from "@/lib/sign-off/record/words";
import type { RequestStep } from "@/lib/sign-off/workflow";

/** One thing that happened, for the timeline of a competency. */
export interface TimelineEntry {
  id: string;
  at: string;
  kind: "practice" | "comment" | "request" | "holding" | "authority" | "theory";
  title: string;
  byName: string | null;
  detail: string | null;
  /** Where somebody signed: their signature. */
  signatureId?: string | null;
}

interface PracticeHappened {
  id: string;
  performances: number;
  performedOn: IsoDate;
  state: string;
  note: string | null;
  observerId: string;
  observerName: string;
  recordedById: string | null;
  recordedAt: string;
  answeredAt: string | null;
  answerReason: string | null;
  answerLate: boolean;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

interface HoldingHappened {
  id: string;
  kind: HoldingEventKind;
  expiresOn: IsoDate | null;
  scope: HoldingScope;
  reason: string | null;
  incidentReference: string | null;
  signatureId: string | null;
  recordedByName: string;
  recordedAt: string;
}

interface AuthorityHappened extends Dated {
  id: string;
  kind: AuthorityKind;
  grantedAt: string;
  grantedByName: string;
  ended: { at: string; byName: string; reason: string | null } | null;
  equipmentName: string | null;
  document: string;
  acceptedAt: string | null;
}

interface StepTaken {
  id: string;
  step: RequestStep;
  takenAt: string;
  takenByName: string;
  capacity: string | null;
  signatureId: string | null;
  note: string | null;
}

interface History {
  /** Whose timeline it is. */
  personName: string;
  practices: readonly PracticeHappened[];
  comments: readonly { id: string; text: string; recordedAt: string }[];
  steps: readonly StepTaken[];
  events: readonly HoldingHappened[];
  authorities: readonly AuthorityHappened[];
  theory: readonly { id: string; name: string; doneOn: IsoDate | null }[];
}

/** Everything that ever happened, latest first. */
export function timelineOf(history: History): TimelineEntry[] {
  return [
    ...history.practices.flatMap((practice) => practiceEntries(practice, history.personName)),
    ...history.comments.map(({ id, text, recordedAt }) =>
      entry(id, recordedAt, "comment", "Comment on practice", history.personName, text),
    ),
    ...history.steps.map(stepEntry),
    ...history.events.map(holdingEntry),
    ...history.authorities.flatMap((grant) => authorityEntries(grant, history.personName)),
    ...history.theory.flatMap(({ id, name, doneOn }) =>
      doneOn
        ? [entry(`theory-${id}`, `${doneOn}T00:00:00.000Z`, "theory", `Theory done: ${name}`, null, null)]
        : [],
    ),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
}

/** An approval's signature stands under the sign-off that it made. */
function stepEntry(step: StepTaken): TimelineEntry {
  const { id, takenAt, note } = step;
  const signatureId = step.step === "approve" ? null : step.signatureId;
  return { ...entry(id, takenAt, "request", stepWords[step.step], stepTaker(step), note), signatureId };
}

/** Practice is recorded by the person themself, or by whoever watched it. */
function practiceEntries(practice: PracticeHappened, personName: string): TimelineEntry[] {
  const { id, performances, performedOn, observerName } = practice;
  const byName = practice.recordedById === practice.observerId ? observerName : personName;
  const what = performances === 1 ? "Supervised practice" : `Supervised practice, ${performances} alike,`;
  const entries = [
    entry(
      id,
      practice.recordedAt,
      "practice",
      `${what} of ${formatDate(performedOn)} ${practice.state === "draft" ? "saved as a draft, not sent" : "recorded"}`,
      byName,
      practice.note,
    ),
  ];
  if (practice.answeredAt) {
    const late = practice.answerLate ? ", after the time limit" : "";
    const confirmed = practice.state !== "not-confirmed";
    const title = `${what} of ${formatDate(performedOn)} ${confirmed ? "confirmed" : "not confirmed"}${late}`;
    entries.push(
      entry(`${id}-answer`, practice.answeredAt, "practice", title, observerName, practice.answerReason),
    );
  }
  if (practice.withdrawnAt) {
    const title = `${what} of ${formatDate(performedOn)} withdrawn`;
    entries.push(
      entry(`${id}-withdrawn`, practice.withdrawnAt, "practice", title, null, practice.withdrawnReason),
    );
  }
  return entries;
}

/** The employer's act, and the person's own: it counts only with both. */
function authorityEntries(grant: AuthorityHappened, personName: string): TimelineEntry[] {
  const { id, grantedAt, grantedByName, document, acceptedAt, ended } = grant;
  const kind = authorityKindWords[grant.kind];
  const what = grant.equipmentName ? `${kind}, ${grant.equipmentName}` : kind;
  const told = (suffix: string, at: string, title: string, byName: string, reason: string | null = null) => {
    const detail = [document, reason].filter(Boolean).join("\n");
    return entry(`${id}${suffix}`, at, "authority", `${title}: ${what}`, byName, detail);
  };
  return [
    told("", grantedAt, "Authorised by the employer", grantedByName),
    ...(acceptedAt ? [told("-accepted", acceptedAt, "Responsibility accepted", personName)] : []),
    ...(ended ? [told("-ended", ended.at, endTitle(grant), ended.byName, ended.reason)] : []),
  ];
}

/** The last day stands in the title: the end may have been recorded long before it. */
function endTitle({ validFrom, validUntil }: AuthorityHappened): string {
  if (validUntil === null) return "Authority ended";
  return validUntil <= validFrom
    ? "Authority taken back"
    : `Authority ended, last day ${formatDate(addDays(validUntil, -1))}`;
}

function holdingEntry(event: HoldingHappened): TimelineEntry {
  const { id, recordedAt, recordedByName, signatureId } = event;
  const title = holdingTitle(event);
  return {
    ...entry(id, recordedAt, "holding", title, recordedByName, holdingDetail(event)),
    signatureId,
  };
}

function holdingTitle({ kind, expiresOn }: HoldingHappened): string {
  const word = holdingEventWords[kind];
  return expiresOn ? `${word}, valid until ${formatDate(expiresOn)}` : word;
}

/** The limits that a restriction sets, the reason, and the reference of the incident: each as far as it is there. */
function holdingDetail({ kind, scope, reason, incidentReference }: HoldingHappened): string | null {
  const limits = kind === "restricted" ? scopeSentences(scope) : [];
  const incident = incidentReference && `Incident reference: ${incidentReference}`;
  return [...limits, reason, incident].filter(Boolean).join("\n") || null;
}

function entry(
  id: string,
  at: string,
  kind: TimelineEntry["kind"],
  title: string,
  byName: string | null,
  detail: string | null,
): TimelineEntry {
  return { id, at, kind, title, byName, detail };
}
