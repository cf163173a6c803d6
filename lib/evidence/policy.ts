import { type Actor, hasRole } from "@/lib/auth/actor";
import { allow, deny, type Permission } from "@/lib/auth/permission";
import { relationTo, type Subject } from "@/lib/people/policy";
import type { PracticeState } from "./workflow";

/** Whose practice it is, and who watched. */
export interface PracticeSubject {
  ownerId: string;
  observerId: string;
}

/** One's own, watched by somebody else; or a supervisor's record of what they watched themselves. */
export function mayRecordPractice(
  actor: Actor,
  { ownerId, observerId }: { ownerId: string; observerId?: string },
): Permission {
  if (observerId === ownerId) return deny("observer-is-owner");
  if (actor.staffId === ownerId) return allow;
  if (!actor.superviseeIds.includes(ownerId)) return deny("practice-not-yours-to-record");
  if (observerId !== undefined && observerId !== actor.staffId) return deny("record-only-what-you-watched");
  return allow;
}

/** Edit, submit or correct, before anybody has answered. */
export function mayCorrect(actor: Actor, { ownerId }: { ownerId: string }): Permission {
  return actor.staffId === ownerId ? allow : deny("practice-not-yours-to-change");
}

/** Only the observer who was named. */
export function mayConfirm(actor: Actor, { ownerId, observerId }: PracticeSubject): Permission {
  if (actor.staffId === ownerId) return deny("own-practice");
  return actor.staffId === observerId ? allow : deny("not-the-observer");
}

/** Refusing is the same answer's other side. */
export function mayRefuse(actor: Actor, practice: PracticeSubject): Permission {
  return mayConfirm(actor, practice);
}

/** Until it is confirmed, its owner; from then on its observer or the lead, never the owner. */
export function mayWithdraw(actor: Actor, practice: PracticeSubject & { state: PracticeState }): Permission {
  const own = actor.staffId === practice.ownerId;
  if (practice.state !== "confirmed") return own ? allow : deny("practice-not-yours-to-change");
  if (own) return deny("own-confirmed-practice");
  if (actor.staffId === practice.observerId || hasRole(actor, "lead")) return allow;
  return deny("practice-not-yours-to-withdraw");
}

/** The owner's own remark on practice that can no longer change. */
export function mayComment(actor: Actor, { ownerId }: { ownerId: string }): Permission {
  return actor.staffId === ownerId ? allow : deny("practice-not-yours-to-comment");
}

/** A theory item is recorded by whoever teaches or leads, never by the learner. */
export function mayRecordTheory(actor: Actor, learner: Subject): Permission {
  const relations = relationTo(actor, learner);
  if (relations.has("self")) return deny("own-theory");
  const may = relations.has("supervises") || relations.has("educates") || relations.has("lead");
  return may ? allow : deny("theory-not-yours-to-record");
}
