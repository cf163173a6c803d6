import "server-only";
import { and, eq } from "drizzle-orm";
import { signOffRequests } from "@/db/schema";
import { withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { getCompetencyVersion, listVersions } from "@/lib/competencies/queries";
import type { RequirementKind } from "@/lib/competencies/rules";
import type { CompetencyVersion } from "@/lib/competencies/versions/queries";
import { selectComments } from "@/lib/evidence/practice/comments/queries";
import { type PracticeRow, selectPracticesOf } from "@/lib/evidence/practice/queries";
import { type PersonDetails, selectPerson } from "@/lib/people/staff/queries";
import type { IsoDate } from "@/lib/platform/dates";
import { type AuthorityRow, selectAuthorities } from "../authority/queries";
import { withoutEndReason } from "../authority/rules";
import { findException } from "../exception/queries";
import { selectHoldingEvents } from "../holding/queries";
import { mayApproveException, mayGrantEntitlement, maySeeReason } from "../policy";
import { type RequestRow, selectRequests, sentOrOwn } from "../request/queries";
import { seenSteps, selectSteps } from "../request/steps/queries";
import { isOpen } from "../workflow";
import { assess, type RecordFacts, type SupervisorFact } from "./assess/rules";
import { selectReasons, selectRecordFacts, selectTheoryDone } from "./facts/queries";
import {
  type Review,
  reviewOf,
  type Signed,
  signatureIdsOf,
  signedOn,
  withoutReason,
} from "./review/queries";
import type { Standing } from "./rules";
import { selectSupervisors } from "./supervisors/queries";
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
  return withTrust(actor, async (tx) => {
    const [person, { wanted, facts }] = await Promise.all([
      selectPerson(tx, actor, staffId, on),
      selectRecordFacts(tx, { staffId, on, readerId: actor.staffId }),
    ]);
    const { practices, events, requests } = facts;
    const touched = [...practices, ...events, ...requests].map(({ competencyId }) => competencyId);
    const versions = await listVersions(tx, [...new Set([...wanted.keys(), ...touched])], on);
    const items = versions.map((version) => ({ version, item: itemOf(version, wanted, facts, on) }));
    return { person, own: actor.staffId === staffId, frameworks: byFramework(items) };
  });
}

/** Everything about one person and one competency, as its page shows it. */
export interface CompetencyRecord {
  person: PersonDetails;
  own: boolean;
  version: CompetencyVersion;
  standing: Standing;
  /** On the other day that was asked about too. */
  standingThen: Standing | null;
  practices: PracticeRow[];
  comments: Awaited<ReturnType<typeof selectComments>>;
  theory: { id: string; name: string; doneOn: IsoDate | null }[];
  prerequisites: { id: string; title: string; current: boolean }[];
  request: RequestRow | null;
  authorities: AuthorityRow[];
  /** Who may be asked for a sign-off. */
  supervisors: SupervisorFact[];
  timeline: TimelineEntry[];
  /** The suspension or restriction that stands, as far as the reader may know of it; null where there is none. */
  review: Review | null;
  signed: Signed | null;
  /** To a lead, who approves them: one that lets the only observer sign is in force. */
  exceptionInForce: boolean;
}

/** Refuses "not-found" for whoever may not see the person, and for a competency that is not in force. */
export async function getCompetencyRecord(
  actor: Actor,
  staffId: string,
  competencyId: string,
  on: IsoDate,
  otherDay: IsoDate | null = null,
): Promise<CompetencyRecord> {
  return withTrust(actor, async (tx) => {
    const subject = { staffId, competencyId };
    const mine = and(eq(signOffRequests.staffId, staffId), eq(signOffRequests.competencyId, competencyId));
    const [person, version, practices, done, granted, requests, { supervisors, asked }, reasons] =
      await Promise.all([
        selectPerson(tx, actor, staffId, on),
        getCompetencyVersion(tx, competencyId, on),
        selectPracticesOf(tx, subject, on),
        selectTheoryDone(tx, { staffId, on }),
        selectAuthorities(tx, staffId, [competencyId]),
        selectRequests(tx, and(mine, sentOrOwn(actor))),
        selectSupervisors(tx, { staffId, on }),
        selectReasons(tx, staffId),
      ]);
    const own = actor.staffId === staffId;
    const related = [competencyId, ...version.prerequisites.map(({ id }) => id)];
    const mayExcept = version.rule.riskLevel === "high" && mayApproveException(actor, staffId).allowed;
    const [events, comments, steps, exception] = await Promise.all([
      selectHoldingEvents(tx, staffId, related),
      selectComments(
        tx,
        practices.map(({ id }) => id),
      ),
      selectSteps(
        tx,
        requests.map(({ id }) => id),
      ),
      mayExcept ? findException(tx, subject, on) : null,
    ]);
    const signatureIds = await signatureIdsOf(tx, events);
    const teamIds = person.posts.map(({ teamId }) => teamId);
    const whose = { ownerId: staffId, teamIds };
    const mayKnow = maySeeReason(actor, whose).allowed;
    const grants =
      mayKnow || mayGrantEntitlement(actor, whose).allowed ? granted : granted.map(withoutEndReason);
    const facts = { practices, done, events, grants, requests, supervisors, asked, reasons };
    const { standing, theory, prerequisites } = assess(version, facts, on);
    const history = events
      .filter((event) => event.competencyId === competencyId)
      .map((event) => (mayKnow || event.recordedById === actor.staffId ? event : withoutReason(event)));
    return {
      person,
      own,
      version,
      standing,
      standingThen: otherDay ? assess(version, facts, otherDay).standing : null,
      practices,
      comments,
      theory,
      prerequisites,
      request: requests.find(({ state }) => isOpen(state)) ?? null,
      authorities: grants,
      supervisors,
      timeline: timelineOf({
        personName: person.name,
        practices,
        comments,
        steps: seenSteps(steps, own),
        events: history.map((event) => ({ ...event, signatureId: signatureIds.get(event.id) ?? null })),
        authorities: grants,
        theory,
      }),
      review: await reviewOf(tx, history, teamIds, on),
      signed: signedOn(history, signatureIds, on),
      exceptionInForce: exception !== null,
    };
  });
}

function itemOf(
  version: CompetencyVersion,
  wanted: Map<string, RequirementKind>,
  facts: RecordFacts,
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
