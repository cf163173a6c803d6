import "server-only";
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { inForce } from "@/db/facts";
import {
  competencies,
  competencyVersions,
  covers,
  frameworkVersions,
  jobRoles,
  requirements,
} from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { maySeeReadiness } from "@/lib/people/policy";
import type { IsoDate } from "@/lib/platform/dates";

/** What teams ask of job roles on a day, as known at an instant (left out: now). */
export function requirementsOf(tx: Tx, teamIds: readonly string[], on: IsoDate, knownAt?: Date) {
  return tx
    .select({
      id: requirements.id,
      teamId: requirements.teamId,
      jobRoleId: requirements.jobRoleId,
      jobRole: jobRoles.title,
      competencyId: requirements.competencyId,
      code: competencies.code,
      title: competencyVersions.title,
      kind: requirements.kind,
      dueDays: requirements.dueDays,
      validFrom: requirements.validFrom,
      validUntil: requirements.validUntil,
    })
    .from(requirements)
    .innerJoin(
      jobRoles,
      and(eq(jobRoles.trustId, requirements.trustId), eq(jobRoles.id, requirements.jobRoleId)),
    )
    .innerJoin(competencies, isCompetency(requirements))
    .innerJoin(competencyVersions, isVersion())
    .innerJoin(frameworkVersions, isInUse(on, knownAt))
    .where(and(inArray(requirements.teamId, [...teamIds]), inForce(requirements, on, knownAt)))
    .orderBy(asc(jobRoles.title), asc(competencies.code), asc(requirements.id));
}

/** How many current holders teams need on a day, as known at an instant (left out: now). */
export function coversOf(tx: Tx, teamIds: readonly string[], on: IsoDate, knownAt?: Date) {
  return tx
    .select({
      id: covers.id,
      teamId: covers.teamId,
      competencyId: covers.competencyId,
      code: competencies.code,
      title: competencyVersions.title,
      shiftPattern: covers.shiftPattern,
      minimum: covers.minimum,
      validFrom: covers.validFrom,
      validUntil: covers.validUntil,
    })
    .from(covers)
    .innerJoin(competencies, isCompetency(covers))
    .innerJoin(competencyVersions, isVersion())
    .innerJoin(frameworkVersions, isInUse(on, knownAt))
    .where(and(inArray(covers.teamId, [...teamIds]), inForce(covers, on, knownAt)))
    .orderBy(asc(competencies.code), asc(covers.shiftPattern), asc(covers.id));
}

/** Both for one team's page. */
export function listTeamRules(actor: Actor, teamId: string, on: IsoDate) {
  authorise(maySeeReadiness(actor, teamId));
  return withTrust(actor, async (tx) => ({
    requirements: await requirementsOf(tx, [teamId], on),
    covers: await coversOf(tx, [teamId], on),
  }));
}

function isCompetency(table: typeof requirements | typeof covers): SQL | undefined {
  return and(eq(competencies.trustId, table.trustId), eq(competencies.id, table.competencyId));
}

function isVersion(): SQL | undefined {
  return and(
    eq(competencyVersions.trustId, competencies.trustId),
    eq(competencyVersions.competencyId, competencies.id),
  );
}

function isInUse(on: IsoDate, knownAt?: Date): SQL | undefined {
  return and(
    eq(frameworkVersions.trustId, competencyVersions.trustId),
    eq(frameworkVersions.id, competencyVersions.frameworkVersionId),
    inForce(frameworkVersions, on, knownAt),
  );
}

/** One requirement or cover of the team that still holds or will hold; null for any other. */
export async function findTeamRule(actor: Actor, teamId: string, id: string, on: IsoDate) {
  const { requirements: asked, covers: needed } = await listTeamRules(actor, teamId, on);
  const requirement = asked.find((row) => row.id === id);
  if (requirement) return { kind: "requirement" as const, ...named(requirement) };
  const cover = needed.find((row) => row.id === id);
  return cover ? { kind: "cover" as const, ...named(cover) } : null;
}

function named({ id, title, validFrom }: { id: string; title: string; validFrom: IsoDate }) {
  return { id, title, validFrom };
}
