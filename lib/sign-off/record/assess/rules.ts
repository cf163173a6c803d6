import type { CompetencyRule } from "@/lib/competencies/rules";
import type { PracticeFact } from "@/lib/evidence/rules";
import type { IsoDate } from "@/lib/platform/dates";
import type { AuthorityGrant } from "@/lib/sign-off/authority/rules";
import type { HoldingEvent } from "@/lib/sign-off/holding/rules";
import { holdingStatus, isHeld } from "@/lib/sign-off/holding/status/rules";
import { type SupervisorToAsk, supervisorToAsk } from "@/lib/sign-off/request/rules";
import { isOpen, type RequestState } from "@/lib/sign-off/workflow";
import { type Standing, standingOn } from "../rules";

interface OfCompetency {
  competencyId: string;
}

/** What is asked of somebody who works towards a competency. */
export interface VersionAsked extends OfCompetency {
  versionId: string;
  rule: CompetencyRule;
  theory: { id: string; name: string }[];
  prerequisites: { id: string; title: string }[];
}

export interface SupervisorFact extends SupervisorToAsk {
  name: string;
}

/** The last time that the person asked for a sign-off of the competency. */
export interface AskedFact extends OfCompetency {
  at: string;
}

interface RequestFact extends OfCompetency {
  id: string;
  competencyVersionId: string;
  state: RequestState;
  addressedToId: string;
  stateSince: string;
}

/** What is on record of one person, of one competency or of all: no more than the rules read. */
export interface RecordFacts {
  practices: readonly (PracticeFact & OfCompetency & { observerName: string })[];
  /** The day on which each theory item was done. */
  done: ReadonlyMap<string, IsoDate>;
  events: readonly (HoldingEvent & OfCompetency)[];
  grants: readonly AuthorityGrant[];
  /** Longest unchanged first. */
  requests: readonly RequestFact[];
  supervisors: readonly SupervisorFact[];
  asked: readonly AskedFact[];
  /** What the latest decision on a request said was missing, or why it was declined. */
  reasons: ReadonlyMap<string, string | null>;
}

/** Where a person stands with one competency on a day, from everything that is on record of them. */
export function assess<Version extends VersionAsked>(version: Version, facts: RecordFacts, on: IsoDate) {
  const of = <Fact extends OfCompetency>(rows: readonly Fact[], competencyId = version.competencyId) =>
    rows.filter((row) => row.competencyId === competencyId);
  const theory = version.theory.map((item) => ({ ...item, doneOn: facts.done.get(item.id) ?? null }));
  const prerequisites = version.prerequisites.map((one) => ({
    ...one,
    current: isCurrent(of(facts.events, one.id), on),
  }));
  const request = of(facts.requests).find(({ state }) => isOpen(state)) ?? null;
  const standing: Standing = standingOn(
    {
      rule: version.rule,
      versionInForce:
        !request || request.state === "draft" || request.competencyVersionId === version.versionId,
      practices: of(facts.practices).filter(({ state }) => state !== "draft"),
      theory,
      prerequisites,
      events: of(facts.events),
      grants: of(facts.grants),
      request: request && { state: request.state, missing: facts.reasons.get(request.id) ?? null },
      declined: latestDecline(of(facts.requests), of(facts.asked), facts.supervisors),
      supervisor: supervisorToAsk(facts.supervisors, request?.addressedToId ?? null),
    },
    on,
  );
  return { standing, theory, prerequisites, request };
}

/** The last decline, unless the person has asked again since; deciding takes a request over. */
function latestDecline(
  requests: readonly RequestFact[],
  asked: readonly AskedFact[],
  supervisors: readonly SupervisorFact[],
): { at: string; byName: string | null } | null {
  const declined = requests.filter(({ state }) => state === "declined").at(-1);
  if (!declined) return null;
  const { stateSince: at, addressedToId } = declined;
  if (asked.some((one) => Date.parse(one.at) > Date.parse(at))) return null;
  return { at, byName: supervisors.find(({ id }) => id === addressedToId)?.name ?? null };
}

function isCurrent(events: readonly HoldingEvent[], on: IsoDate): boolean {
  return isHeld(holdingStatus({ events, noticeDays: 0, learning: nothingLearnt }, { on }));
}

const nothingLearnt = {
  started: false,
  practiceMet: false,
  theoryMet: false,
  prerequisitesMet: false,
  requestState: null,
};
