import type { Actor } from "@/lib/auth/actor";
import { allow, deny, type Permission } from "@/lib/auth/permission";

/** The person whom an act concerns, with the teams they belong to on the day. */
export interface Person {
  ownerId: string;
  teamIds: readonly string[];
}

/** Nobody asks for sign-off on somebody else's behalf. */
export function mayRequest(actor: Actor, ownerId: string): Permission {
  return isOwn(actor, ownerId) ? allow : deny("not-own-request");
}

/** Only the person who asked withdraws; a supervisor returns or declines instead. */
export function mayWithdraw(actor: Actor, ownerId: string): Permission {
  return isOwn(actor, ownerId) ? allow : deny("not-own-request");
}

/** Any supervisor of the person may decide, whoever it is addressed to; whether they are eligible is a rule. */
export function mayDecide(actor: Actor, request: { ownerId: string; addressedToId: string }): Permission {
  if (isOwn(actor, request.ownerId)) return deny("own-sign-off");
  if (supervises(actor, request.ownerId)) return allow;
  return deny(request.addressedToId === actor.staffId ? "no-longer-supervisor" : "not-supervisor");
}

/** Taking over is a step of its own, before the decision, when the request was addressed to a colleague. */
export function mayTakeOver(actor: Actor, request: { ownerId: string; addressedToId: string }): Permission {
  if (request.addressedToId === actor.staffId) return deny("already-addressed-to-you");
  return mayDecide(actor, request);
}

/** Suspension is a neutral act pending review, by a manager of one of the person's teams or a supervisor. */
export function maySuspend(actor: Actor, person: Person): Permission {
  if (isOwn(actor, person.ownerId)) return deny("own-suspension");
  if (supervises(actor, person.ownerId) || manages(actor, person)) return allow;
  return deny("not-manager-or-supervisor");
}

/** The reason of a suspension is for the person, their manager and those who may review it. */
export function maySeeReason(actor: Actor, person: Person): Permission {
  if (isOwn(actor, person.ownerId)) return allow;
  if (supervises(actor, person.ownerId) || manages(actor, person)) return allow;
  return deny("not-manager-or-supervisor");
}

/** Lifted only by a supervisor after reassessment; `checkSigner` then asks for rules 1 and 2. */
export function mayLift(actor: Actor, ownerId: string): Permission {
  if (isOwn(actor, ownerId)) return deny("own-suspension");
  return supervises(actor, ownerId) ? allow : deny("not-supervisor");
}

/** IR(ME)R: the employer entitles, through a named authoriser, who never entitles themselves. */
export function mayGrantEntitlement(actor: Actor, person: Person): Permission {
  if (isOwn(actor, person.ownerId)) return deny("own-entitlement");
  return holdsFor(actor, "authoriser", person.teamIds) ? allow : deny("not-authoriser");
}

/** Rule 4's exception is the clinical lead's to approve, which is the education lead here; never for themselves. */
export function mayApproveException(actor: Actor, ownerId?: string): Permission {
  const lead = holdsFor(actor, "lead", []);
  return lead && !(ownerId && isOwn(actor, ownerId)) ? allow : deny("exception-not-yours");
}

/** What was signed in error is voided by its signer or the education lead. */
export function mayVoid(actor: Actor, signed: { ownerId: string; signerId: string }): Permission {
  if (isOwn(actor, signed.ownerId)) return deny("own-void");
  if (signed.signerId === actor.staffId || holdsFor(actor, "lead", [])) return allow;
  return deny("not-signer-or-lead");
}

function isOwn(actor: Actor, ownerId: string): boolean {
  return actor.staffId === ownerId;
}

function supervises(actor: Actor, ownerId: string): boolean {
  return actor.superviseeIds.includes(ownerId);
}

function manages(actor: Actor, person: Person): boolean {
  return person.teamIds.some((teamId) => actor.managedTeamIds.includes(teamId));
}

function holdsFor(actor: Actor, role: "authoriser" | "lead", teamIds: readonly string[]): boolean {
  return actor.roles.some(
    (held) => held.role === role && (held.teamId === null || teamIds.includes(held.teamId)),
  );
}
