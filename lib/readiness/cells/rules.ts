import type { IsoDate } from "@/lib/platform/dates";
import { type AuthorityGrant, authorityStatus } from "@/lib/sign-off/authority/rules";
import {
  type HoldingEvent,
  type HoldingState,
  holdingOn,
  lastSignedOffOn,
} from "@/lib/sign-off/holding/rules";
import { isHeld, plainStatus } from "@/lib/sign-off/holding/status/rules";
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

/** What a person's history in one competency says on the day: read once, and asked several times. */
export interface History {
  events: readonly HoldingEvent[];
  state: HoldingState;
}

/** By person, then by competency; only those with a history. */
export type Histories = PairMap<History>;

/** Everything that the cells of several people rest on, up to the day asked about. */
export interface CellFacts {
  histories: Histories;
  grants: readonly (AuthorityGrant & Pair)[];
  /** The last day on which the competency was practised; like theory, for those who do not hold it alone. */
  practised: readonly (Pair & { lastOn: IsoDate })[];
  /** Of which competencies a theory item is done. */
  theoryBegun: readonly { staffId: string; competencyIds: readonly string[] }[];
  openRequests: readonly (Pair & { state: RequestState })[];
}

export function noCellFacts(): CellFacts {
  return { histories: new PairMap(), grants: [], practised: [], theoryBegun: [], openRequests: [] };
}

/** Reads each person's history in each competency on the day. */
export function historiesOn(events: readonly (HoldingEvent & Pair)[], on: IsoDate): Histories {
  const found = new PairMap<HoldingEvent[]>();
  for (const event of events) {
    const before = found.get(event.staffId, event.competencyId);
    if (before) before.push(event);
    else found.set(event.staffId, event.competencyId, [event]);
  }
  return found.map((history) => ({ events: history, state: holdingOn(history, { on }) }));
}

/**
 * How each person stands in each competency of which anything is on record. Whether the practice rule is met is
 * left out, because all who are learning read alike in the matrix: they show as "working towards" until they ask.
 */
export function cellsOf(facts: CellFacts, rules: readonly CellRule[], on: IsoDate): PairMap<CellFact> {
  const ruleOf = new Map(rules.map((rule) => [rule.competencyId, rule]));
  return byPair(facts).map((found, _, competencyId) => {
    const rule = ruleOf.get(competencyId);
    return rule && cellOf(found, rule, on);
  });
}

interface PairFacts extends Pair {
  history: History;
  grants: AuthorityGrant[];
  lastPractisedOn: IsoDate | null;
  theoryBegun: boolean;
  requestState: RequestState | null;
}

function cellOf(found: PairFacts, rule: CellRule, on: IsoDate): CellFact {
  const { staffId, competencyId, history, grants, requestState, lastPractisedOn } = found;
  const learning = {
    started: found.theoryBegun || (lastPractisedOn !== null && isSince(lastPractisedOn, history.events, on)),
    practiceMet: false,
    theoryMet: false,
    prerequisitesMet: false,
    requestState,
  };
  const status = plainStatus(history.state, { noticeDays: rule.noticeDays, learning }, on);
  const expiresOn = isHeld(status) ? (history.state.restsOn?.expiresOn ?? null) : null;
  return { staffId, competencyId, status, authority: authorityStatus(rule, grants, on), expiresOn };
}

/** Practice up to an earlier sign-off was used for that one. */
function isSince(practisedOn: IsoDate, events: readonly HoldingEvent[], on: IsoDate): boolean {
  const since = lastSignedOffOn(events, { on });
  return since === null || practisedOn > since;
}

const noHistory: History = {
  events: [],
  state: { restsOn: null, suspended: false, restricted: false, voided: false },
};

function byPair({ histories, grants, practised, theoryBegun, openRequests }: CellFacts): PairMap<PairFacts> {
  const begin = (history: History, staffId: string, competencyId: string): PairFacts => ({
    staffId,
    competencyId,
    history,
    grants: [],
    lastPractisedOn: null,
    theoryBegun: false,
    requestState: null,
  });
  const pairs = histories.map(begin);
  const of = (staffId: string, competencyId: string): PairFacts =>
    pairs.get(staffId, competencyId) ??
    pairs.set(staffId, competencyId, begin(noHistory, staffId, competencyId));
  for (const grant of grants) of(grant.staffId, grant.competencyId).grants.push(grant);
  for (const { staffId, competencyId, lastOn } of practised)
    of(staffId, competencyId).lastPractisedOn = lastOn;
  for (const { staffId, competencyIds } of theoryBegun) {
    for (const competencyId of competencyIds) of(staffId, competencyId).theoryBegun = true;
  }
  for (const { staffId, competencyId, state } of openRequests) of(staffId, competencyId).requestState = state;
  return pairs;
}
