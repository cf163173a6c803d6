import type { CompetencyRule } from "@/lib/competencies/rules";
import type { PracticeState } from "@/lib/evidence/workflow";
import { type Dated, type IsoDate, isInForce, laterOf } from "@/lib/platform/dates";

export const authorityKinds = ["entitlement", "scope-extension"] as const;

export type AuthorityKind = (typeof authorityKinds)[number];

/** The employer's authorisation of one person for one competency, and the day the person accepted it. */
export interface AuthorityGrant extends Dated {
  kind: AuthorityKind;
  acceptedOn: IsoDate | null;
  competencyId: string;
  /** Null: any equipment of the competency. */
  equipmentId: string | null;
  /** Why it ends sooner than it was granted for, where the reader may know. */
  endedReason?: string | null;
}

export const authorityStatuses = ["not-needed", "entitled", "not-accepted", "not-entitled"] as const;

/** "not-accepted" waits for the person, "not-entitled" for the employer; both read "signed off, not yet entitled". */
export type AuthorityStatus = (typeof authorityStatuses)[number];

type AuthorityRule = Pick<CompetencyRule, "needsEntitlement" | "needsScopeExtension">;

/**
 * Does the sign-off count on this day? Sign-off shows ability; IR(ME)R tasks and scope extensions also need the
 * employer's authority and the person's acceptance. Pass the grants of one person for one competency. Asked for
 * one piece of equipment, only grants for it or for any equipment count; otherwise every grant does.
 */
export function authorityStatus(
  rule: AuthorityRule,
  grants: readonly AuthorityGrant[],
  on: IsoDate,
  equipmentId?: string,
): AuthorityStatus {
  const asked = authorityKinds.filter((kind) => needs(rule, kind));
  if (asked.length === 0) return "not-needed";
  const granted = grants.filter((grant) => isInForce(grant, on) && covers(grant, equipmentId));
  if (!asked.every((kind) => granted.some((grant) => grant.kind === kind))) return "not-entitled";
  const accepted = granted.filter(({ acceptedOn }) => acceptedOn !== null && acceptedOn <= on);
  return asked.every((kind) => accepted.some((grant) => grant.kind === kind)) ? "entitled" : "not-accepted";
}

/** Has the authority ended by the day, or does it end before it begins? */
export function isOver({ validFrom, validUntil }: Dated, on: IsoDate): boolean {
  return validUntil !== null && validUntil <= laterOf(on, validFrom);
}

/** The first day without an authority, and why it ended. */
export interface AuthorityEnd {
  on: IsoDate;
  reason: string | null;
}

/** The end of the last authority that the person had accepted, where it has ended by the day; else null. */
export function lastAuthorityEnd(grants: readonly AuthorityGrant[], on: IsoDate): AuthorityEnd | null {
  const ends = grants.flatMap(({ acceptedOn, validFrom, validUntil, endedReason = null }) =>
    acceptedOn !== null && validUntil !== null && validFrom < validUntil && validUntil <= on
      ? { on: validUntil, reason: endedReason }
      : [],
  );
  return ends.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null;
}

/** Why an authority ended is for those who may know why a competency was suspended, and for its authorisers. */
export function withoutEndReason<Grant extends AuthorityGrant & { ended?: { reason: string | null } | null }>(
  grant: Grant,
): Grant {
  const { ended } = grant;
  return { ...grant, endedReason: null, ...(ended ? { ended: { ...ended, reason: null } } : {}) };
}

/** May the holder work on this authority? */
export function hasAuthority(status: AuthorityStatus): boolean {
  return status === "not-needed" || status === "entitled";
}

interface PractisedOn {
  state: PracticeState;
  equipmentId: string | null;
  equipmentName: string | null;
}

/** What an authority can be limited to: the equipment that the person's confirmed practice was on, each once. */
export function equipmentPractisedOn(practices: readonly PractisedOn[]): { id: string; name: string }[] {
  const names = new Map<string, string>();
  for (const { state, equipmentId, equipmentName } of practices) {
    if (state === "confirmed" && equipmentId) names.set(equipmentId, equipmentName ?? "");
  }
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

function needs(rule: AuthorityRule, kind: AuthorityKind): boolean {
  return kind === "entitlement" ? rule.needsEntitlement : rule.needsScopeExtension;
}

function covers(grant: AuthorityGrant, equipmentId: string | undefined): boolean {
  return equipmentId === undefined || grant.equipmentId === null || grant.equipmentId === equipmentId;
}
