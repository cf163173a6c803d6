import { type Actor, hasRole, type Role } from "@/lib/auth/actor";
import { allow, deny, type Permission } from "@/lib/auth/permission";

/** Whose record it is, and the teams (with the teams above them, where a role reaches downwards) they are in. */
export interface Subject {
  staffId: string;
  teamIds: readonly string[];
}

export const relations = ["self", "supervises", "manages", "lead", "educates", "reads"] as const;
export type Relation = (typeof relations)[number];

/** Those who read records of named teams: inspectors, and the authoriser, who must see what they entitle to. */
export const readers: readonly Role[] = ["auditor", "radiation-expert", "physics-expert", "authoriser"];

/** What the actor is to the person. Nobody supervises or manages themselves; a colleague is nothing. */
export function relationTo(actor: Actor, subject: Subject): Set<Relation> {
  const self = actor.staffId === subject.staffId;
  const held: Record<Relation, boolean> = {
    self,
    supervises: !self && actor.superviseeIds.includes(subject.staffId),
    manages: !self && subject.teamIds.some((teamId) => actor.managedTeamIds.includes(teamId)),
    lead: hasRole(actor, "lead"),
    educates: holdsFor(actor, ["educator"], subject.teamIds),
    reads: holdsFor(actor, readers, subject.teamIds),
  };
  return new Set(relations.filter((relation) => held[relation]));
}

/** How far the actor's roles let them see: the whole trust, or certain teams and those below them. */
export function reachOf(actor: Actor): "trust" | string[] {
  const seeing = actor.roles.filter(({ role }) => role === "educator" || readers.includes(role));
  if (hasRole(actor, "lead") || seeing.some(({ teamId }) => teamId === null)) return "trust";
  const named = seeing.flatMap(({ teamId }) => teamId ?? []);
  return [...new Set([...actor.managedTeamIds, ...named])];
}

/** Own, supervised, managed, or by role. A refusal is shown as "not found". */
export function maySeeRecord(actor: Actor, subject: Subject): Permission {
  return relationTo(actor, subject).size > 0 ? allow : deny("record-not-visible");
}

/** People, teams and places are set up by the education lead. */
export function maySetUpPeople(actor: Actor): Permission {
  return hasRole(actor, "lead") ? allow : deny("people-lead-only");
}

/** Name whose registration it is, and one's own is refused too. */
export function mayCheckRegistrations(actor: Actor, ofStaffId?: string): Permission {
  return leadFor(actor, ofStaffId, "registration-checks-lead-only", "own-registration");
}

export function mayClearConditions(actor: Actor, ofStaffId?: string): Permission {
  return leadFor(actor, ofStaffId, "condition-clearance-lead-only", "own-conditions");
}

export function mayApproveAssessors(actor: Actor, ofStaffId?: string): Permission {
  return leadFor(actor, ofStaffId, "assessor-approval-lead-only", "own-assessor-approval");
}

export function mayAdoptFrameworks(actor: Actor): Permission {
  return hasRole(actor, "lead") ? allow : deny("frameworks-lead-only");
}

/** Managers act on gaps; what counts as a gap in their own team is the lead's to say. */
export function mayManageRequirements(actor: Actor, teamId: string): Permission {
  return hasRole(actor, "lead") ? allow : deny("requirements-lead-only", { teamId });
}

export function maySeeReadiness(actor: Actor, teamId: string): Permission {
  const may =
    hasRole(actor, "lead") ||
    actor.managedTeamIds.includes(teamId) ||
    holdsFor(actor, ["educator", ...readers], [teamId]);
  return may ? allow : deny("readiness-not-visible");
}

function leadFor(actor: Actor, ofStaffId: string | undefined, others: string, own: string): Permission {
  if (!hasRole(actor, "lead")) return deny(others);
  return actor.staffId === ofStaffId ? deny(own) : allow;
}

/** A role named for a team reaches that team; named for none, the whole trust. */
function holdsFor(actor: Actor, wanted: readonly Role[], teamIds: readonly string[]): boolean {
  return actor.roles.some(
    ({ role, teamId }) => wanted.includes(role) && (teamId === null || teamIds.includes(teamId)),
  );
}
