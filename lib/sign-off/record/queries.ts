import "server-only";
import { and, asc, eq, inArray, max, sql } from "drizzle-orm";
import { inForce, known } from "@/db/facts";
import {
  practices,
  requirements,
  signOffDecisions,
  signOffRequests,
  teamMemberships,
  theoryCompletions,
} from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { getCompetencyVersion, listVersions } from "@/lib/competencies/queries";
import type { RequirementKind } from "@/lib/competencies/rules";
import type { CompetencyVersion } from "@/lib/competencies/versions/queries";
import {
  type PracticeRow,
  selectComments,
  selectPractices,
  selectPracticesOf,
} from "@/lib/evidence/practice/queries";
import { registrationsOf } from "@/lib/people/queries";
import { mayRegistrationSign } from "@/lib/people/rules";
import { getPerson, type PersonDetails } from "@/lib/people/staff/queries";
import { supervisorsOf } from "@/lib/people/supervision/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { type AuthorityRow, selectAuthorities } from "../authority/queries";
import { type HoldingEventRow, selectHoldingEvents } from "../holding/queries";
import { holdingStatus, isHeld } from "../holding/rules";
import { maySeeReason } from "../policy";
import { type RequestRow, seenSteps, selectRequests, selectSteps, sentOrOwn } from "../request/queries";
import { isOpen } from "../workflow";
import {
  type Review,
  reviewOf,
  type Signed,
  signatureIdsOf,
  signedOn,
  withoutReason,
} from "./review/queries";
import { type Standing, standingOn } from "./rules";
import { type TimelineEntry, timelineOf } from "./timeline/rules";

/** One competency of a person's record, in a list. */
export interface RecordItem {
  competencyId: string;
  code: string;
  title: string;
  groupTitle: string;
  requirement: RequirementKind | null;
  standing: Standing;
  request: { id: string; state: RequestRow["state"] } | null;
}

export interface RecordFramework {
  id: string;
  title: string;
  productDefaults: boolean;
  items: RecordItem[];
}

/** A person's whole record on a day, by framework. Refuses "not-found" for whoever may not see it. */
export async function listRecord(
  actor: Actor,
  staffId: string,
  on: IsoDate,
): Promise<{ person: PersonDetails; own: boolean; frameworks: RecordFramework[] }> {
  const person = await getPerson(actor, staffId, on);
  const items = await withTrust(actor, async (tx) => {
    const [wanted, all, done, events, grants, requests, supervisors] = await Promise.all([
      requirementsOf(tx, staffId, on),
      selectPractices(tx, eq(practices.staffId, staffId), on),
      theoryDoneBy(tx, staffId, on),
      selectHoldingEvents(tx, staffId),
      selectAuthorities(tx, staffId),
      selectRequests(tx, and(eq(signOffRequests.staffId, staffId), sentOrOwn(actor))),
      signersOf(tx, staffId, on),
    ]);
    const touched = [...wanted.keys(), ...[...all, ...events, ...requests].map((row) => row.competencyId)];
    const versions = await listVersions(tx, [...new Set(touched)], on);
    const reasons = await reasonsOf(
      tx,
      requests.filter(({ state }) => state === "returned").map(({ id }) => id),
    );
    const facts = { all, done, events, grants, requests, supervisors, versions, reasons };
    return versions.map((version) => ({ version, item: itemOf(version, wanted, facts, on) }));
  });
  return { person, own: actor.staffId === staffId, frameworks: byFramework(items) };
}

/** Everything about one person and one competency, as its page shows it. */
export interface CompetencyRecord {
  person: PersonDetails;
  own: boolean;
  version: CompetencyVersion;
  standing: Standing;
  practices: PracticeRow[];
  comments: Awaited<ReturnType<typeof selectComments>>;
  theory: { id: string; name: string; doneOn: IsoDate | null }[];
  prerequisites: { id: string; title: string; current: boolean }[];
  request: RequestRow | null;
  authorities: AuthorityRow[];
  supervisors: Supervisor[];
  timeline: TimelineEntry[];
  /** The suspension or restriction that stands, as far as the reader may know of it; null where there is none. */
  review: Review | null;
  signed: Signed | null;
}

export interface Supervisor {
  id: string;
  name: string;
  /** None of their registrations may sign today. */
  checkDue: boolean;
}

/** Refuses "not-found" for whoever may not see the person, and for a competency that is not in force. */
export async function getCompetencyRecord(
  actor: Actor,
  staffId: string,
  competencyId: string,
  on: IsoDate,
): Promise<CompetencyRecord> {
  const person = await getPerson(actor, staffId, on);
  return withTrust(actor, async (tx) => {
    const version = await getCompetencyVersion(tx, competencyId, on);
    const subject = { staffId, competencyId };
    const related = [competencyId, ...version.prerequisites.map(({ id }) => id)];
    const [all, done, events, authorities, requests, supervisors] = await Promise.all([
      selectPracticesOf(tx, subject, on),
      theoryDoneBy(tx, staffId, on),
      selectHoldingEvents(tx, staffId, related),
      selectAuthorities(tx, staffId, [competencyId]),
      selectRequests(
        tx,
        and(
          eq(signOffRequests.staffId, staffId),
          eq(signOffRequests.competencyId, competencyId),
          sentOrOwn(actor),
        ),
      ),
      signersOf(tx, staffId, on),
    ]);
    const own = actor.staffId === staffId;
    const seen = own ? all : all.filter(({ state }) => state !== "draft");
    const [comments, steps, reasons] = await Promise.all([
      selectComments(
        tx,
        seen.map(({ id }) => id),
      ),
      selectSteps(
        tx,
        requests.map(({ id }) => id),
      ),
      reasonsOf(
        tx,
        requests.map(({ id }) => id),
      ),
    ]);
    const facts = {
      all,
      done,
      events,
      grants: authorities,
      requests,
      supervisors,
      versions: [version],
      reasons,
    };
    const { standing, theory, prerequisites } = assess(version, facts, on);
    const signatureIds = await signatureIdsOf(tx, events);
    const teamIds = person.posts.map(({ teamId }) => teamId);
    const mayKnow = maySeeReason(actor, { ownerId: staffId, teamIds }).allowed;
    const mine = events
      .filter((event) => event.competencyId === competencyId)
      .map((event) => (mayKnow || event.recordedById === actor.staffId ? event : withoutReason(event)));
    return {
      person,
      own,
      version,
      standing,
      practices: seen,
      comments,
      theory,
      prerequisites,
      request: requests.find(({ state }) => isOpen(state)) ?? null,
      authorities,
      supervisors,
      timeline: timelineOf({
        practices: seen,
        comments,
        steps: seenSteps(steps, own),
        events: mine.map((event) => ({ ...event, signatureId: signatureIds.get(event.id) ?? null })),
        authorities,
        theory,
      }),
      review: await reviewOf(tx, mine, teamIds, on),
      signed: signedOn(mine, signatureIds, on),
    };
  });
}

interface Facts {
  all: PracticeRow[];
  done: Map<string, IsoDate>;
  events: HoldingEventRow[];
  grants: AuthorityRow[];
  requests: RequestRow[];
  supervisors: Supervisor[];
  versions: CompetencyVersion[];
  reasons: Map<string, string | null>;
}

function assess(version: CompetencyVersion, facts: Facts, on: IsoDate) {
  const { competencyId } = version;
  const of = <T extends { competencyId: string }>(rows: T[]) =>
    rows.filter((row) => row.competencyId === competencyId);
  const theory = version.theory.map((item) => ({ ...item, doneOn: facts.done.get(item.id) ?? null }));
  const prerequisites = version.prerequisites.map((one) => ({
    ...one,
    current: isCurrent(
      facts.events.filter((event) => event.competencyId === one.id),
      on,
    ),
  }));
  const request = of(facts.requests).find(({ state }) => isOpen(state)) ?? null;
  const named = facts.supervisors.find(({ id }) => id === request?.addressedToId) ?? facts.supervisors[0];
  const standing = standingOn(
    {
      rule: version.rule,
      versionInForce:
        !request || request.state === "draft" || request.competencyVersionId === version.versionId,
      practices: of(facts.all).filter(({ state }) => state !== "draft"),
      theory,
      prerequisites,
      events: of(facts.events),
      grants: of(facts.grants),
      request: request && { state: request.state, missing: facts.reasons.get(request.id) ?? null },
      supervisor: named ?? null,
    },
    on,
  );
  return { standing, theory, prerequisites, request };
}

function itemOf(
  version: CompetencyVersion,
  wanted: Map<string, RequirementKind>,
  facts: Facts,
  on: IsoDate,
): RecordItem {
  const { competencyId, code, title, groupTitle } = version;
  const { standing, request } = assess(version, facts, on);
  return {
    competencyId,
    code,
    title,
    groupTitle,
    requirement: wanted.get(competencyId) ?? null,
    standing,
    request: request && { id: request.id, state: request.state },
  };
}

function byFramework(items: { version: CompetencyVersion; item: RecordItem }[]): RecordFramework[] {
  const frameworks = new Map<string, RecordFramework>();
  for (const { version, item } of items) {
    const { frameworkId: id, frameworkTitle: title, productDefaults } = version;
    const framework = frameworks.get(id) ?? { id, title, productDefaults, items: [] };
    framework.items.push(item);
    frameworks.set(id, framework);
  }
  return [...frameworks.values()];
}

function isCurrent(events: HoldingEventRow[], on: IsoDate): boolean {
  const learning = {
    started: false,
    practiceMet: false,
    theoryMet: false,
    prerequisitesMet: false,
    requestState: null,
  };
  return isHeld(holdingStatus({ events, noticeDays: 0, learning }, { on }));
}

/** What the person's teams ask of their job role on the day; mandatory wins where two teams differ. */
async function requirementsOf(tx: Tx, staffId: string, on: IsoDate): Promise<Map<string, RequirementKind>> {
  const rows = await tx
    .select({
      competencyId: requirements.competencyId,
      kind: sql<RequirementKind>`min(${requirements.kind})`,
    })
    .from(teamMemberships)
    .innerJoin(
      requirements,
      and(
        eq(requirements.trustId, teamMemberships.trustId),
        eq(requirements.teamId, teamMemberships.teamId),
        eq(requirements.jobRoleId, teamMemberships.jobRoleId),
        inForce(requirements, on),
      ),
    )
    .where(and(eq(teamMemberships.staffId, staffId), inForce(teamMemberships, on)))
    .groupBy(requirements.competencyId);
  return new Map(rows.map(({ competencyId, kind }) => [competencyId, kind]));
}

async function theoryDoneBy(tx: Tx, staffId: string, on: IsoDate): Promise<Map<string, IsoDate>> {
  const rows = await tx
    .select({ itemId: theoryCompletions.theoryItemId, doneOn: max(theoryCompletions.completedOn) })
    .from(theoryCompletions)
    .where(and(known(theoryCompletions), eq(theoryCompletions.staffId, staffId)))
    .groupBy(theoryCompletions.theoryItemId);
  return new Map(
    rows.flatMap(({ itemId, doneOn }) => (doneOn && doneOn <= on ? [[itemId, doneOn] as const] : [])),
  );
}

/** Who supervises the person on the day, and whether a check of the register holds them up. */
async function signersOf(tx: Tx, staffId: string, on: IsoDate): Promise<Supervisor[]> {
  const supervisors = await supervisorsOf(tx, staffId, on);
  const entries = await registrationsOf(
    tx,
    supervisors.map(({ id }) => id),
    on,
  );
  return supervisors.map(({ id, name }) => ({
    id,
    name,
    checkDue: !entries.some((entry) => entry.staffId === id && mayRegistrationSign(entry.standing)),
  }));
}

/** What the latest decision on each request said was missing, or why it was declined. */
async function reasonsOf(tx: Tx, requestIds: string[]): Promise<Map<string, string | null>> {
  if (requestIds.length === 0) return new Map();
  const rows = await tx
    .select({ requestId: signOffDecisions.requestId, reason: signOffDecisions.reason })
    .from(signOffDecisions)
    .where(inArray(signOffDecisions.requestId, requestIds))
    .orderBy(asc(signOffDecisions.round));
  return new Map(rows.map(({ requestId, reason }) => [requestId, reason]));
}
