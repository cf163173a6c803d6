import type { IsoDate } from "@/lib/platform/dates";
import { type AuthorityGrant, authorityStatus } from "@/lib/sign-off/authority/rules";
import {
  type HoldingEvent,
  holdingOn,
  isHeld,
  lastSignedOffOn,
  statusWithoutErrors,
} from "@/lib/sign-off/holding/rules";
import type { RequestState } from "@/lib/sign-off/workflow";
import { PairMap } from "../pairs/rules";
import type { CellFact } from "../rules";

/** One person and one competency. */
export interface Pair {
  staffId: string;
  competencyId: string;
}

/** Whose standing in what is asked for: every one of these people in every one of these competencies. */
export interface Asked {
  staffIds: string[];
  competencyIds: string[];
}

/** What a cell needs of the version of a competency in force. */
export interface CellRule {
  competencyId: string;
  noticeDays: number;
  needsEntitlement: boolean;
  needsScopeExtension: boolean;
}

/** Everything that the cells of several people rest on, up to the day asked about. */
export interface CellFacts {
  events: readonly (HoldingEvent & Pair)[];
  grants: readonly (AuthorityGrant & Pair)[];
  /** The last day on which the competency was practised; like theory, for those who do not hold it alone. */
  practised: readonly (Pair & { lastOn: IsoDate })[];
  /** A theory item of the competency is done. */
  theoryBegun: readonly Pair[];
  openRequests: readonly (Pair & { state: RequestState })[];
}

export const nothing: CellFacts = {
  events: [],
  grants: [],
  practised: [],
  theoryBegun: [],
  openRequests: [],
};

/**
 * How each person stands in each competency of which anything is on record. Whether the practice rule is met is
 * left out, because all who are learning read alike in the matrix: they show as "working towards" until they ask.
 */
export function cellsOf(facts: CellFacts, rules: readonly CellRule[], on: IsoDate): CellFact[] {
  const ruleOf = new Map(rules.map((rule) => [rule.competencyId, rule]));
  return byPair(facts)
    .all()
    .flatMap((found) => {
      const rule = ruleOf.get(found.competencyId);
      return rule ? [cellOf(found, rule, on)] : [];
    });
}

/** Practice up to an earlier sign-off was used for that one. */
function isSince(practisedOn: IsoDate, events: readonly HoldingEvent[], on: IsoDate): boolean {
  const since = lastSignedOffOn(events, { on });
  return since === null || practisedOn > since;
}

/** Those of whom it matters how far they have come: nothing that they were signed off for stands on the day. */
export function pairsNotHeld(
  { staffIds, competencyIds }: Asked,
  events: CellFacts["events"],
  on: IsoDate,
): Pair[] {
  const found = byPair({ ...nothing, events });
  const isHeldBy = (staffId: string, competencyId: string) => {
    const facts = found.get(staffId, competencyId);
    return facts !== undefined && holdingOn(facts.events, { on }).restsOn !== null;
  };
  return staffIds.flatMap((staffId) =>
    competencyIds
      .filter((competencyId) => !isHeldBy(staffId, competencyId))
      .map((competencyId) => ({ staffId, competencyId })),
  );
}

interface PairFacts extends Pair {
  events: HoldingEvent[];
  grants: AuthorityGrant[];
  lastPractisedOn: IsoDate | null;
  theoryBegun: boolean;
  requestState: RequestState | null;
}

function cellOf(found: PairFacts, rule: CellRule, on: IsoDate): CellFact {
  const { staffId, competencyId, events, grants, requestState, lastPractisedOn } = found;
  const learning = {
    started: found.theoryBegun || (lastPractisedOn !== null && isSince(lastPractisedOn, events, on)),
    practiceMet: false,
    theoryMet: false,
    prerequisitesMet: false,
    requestState,
  };
  const status = statusWithoutErrors({ events, noticeDays: rule.noticeDays, learning }, { on });
  const expiresOn = isHeld(status) ? (holdingOn(events, { on }).restsOn?.expiresOn ?? null) : null;
  return { staffId, competencyId, status, authority: authorityStatus(rule, grants, on), expiresOn };
}

function byPair(facts: CellFacts): PairMap<PairFacts> {
  const pairs = new PairMap<PairFacts>();
  const of = ({ staffId, competencyId }: Pair): PairFacts => {
    const found = pairs.get(staffId, competencyId);
    if (found) return found;
    const empty = { events: [], grants: [], lastPractisedOn: null, theoryBegun: false, requestState: null };
    return pairs.set(staffId, competencyId, { staffId, competencyId, ...empty });
  };
  for (const event of facts.events) of(event).events.push(event);
  for (const grant of facts.grants) of(grant).grants.push(grant);
  for (const practice of facts.practised) of(practice).lastPractisedOn = practice.lastOn;
  for (const pair of facts.theoryBegun) of(pair).theoryBegun = true;
  for (const request of facts.openRequests) of(request).requestState = request.state;
  return pairs;
}
