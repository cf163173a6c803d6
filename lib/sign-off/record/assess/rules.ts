import type { CompetencyRule } from "@/lib/competencies/rules";
import type { PracticeFact } from "@/lib/evidence/rules";
import { type IsoDate, londonDate } from "@/lib/platform/dates";
import { newsSince } from "@/lib/platform/news";
import type { AuthorityGrant } from "@/lib/sign-off/authority/rules";
import { type HoldingEvent, holdingStatus, isHeld } from "@/lib/sign-off/holding/rules";
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

export interface SupervisorFact {
  id: string;
  name: string;
  /** None of their registrations may sign today. */
  checkDue: boolean;
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
  const named = facts.supervisors.find(({ id }) => id === request?.addressedToId) ?? facts.supervisors[0];
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
      declined: declinedLately(of(facts.requests), facts.supervisors, on),
      supervisor: named ?? null,
    },
    on,
  );
  return { standing, theory, prerequisites, request };
}

/** Who declined the person's latest request, while the notice of it stands; deciding takes a request over. */
function declinedLately(
  requests: readonly RequestFact[],
  supervisors: readonly SupervisorFact[],
  on: IsoDate,
): { byName: string | null } | null {
  const latest = requests.at(-1);
  if (latest?.state !== "declined" || londonDate(latest.stateSince) < newsSince(on)) return null;
  return { byName: supervisors.find(({ id }) => id === latest.addressedToId)?.name ?? null };
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
