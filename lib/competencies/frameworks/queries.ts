import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { inForce } from "@/db/facts";
import { competencyVersions, frameworks, frameworkVersions, referenceFrameworks } from "@/db/schema";
import { type Tx, withTrust } from "@/db/tenant";
import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/platform/dates";
import { refuse } from "@/lib/platform/refusals";
import { selectVersions } from "../versions/queries";

/** The trust's frameworks as they are in force on the day, by title. */
export function listFrameworks(actor: Actor, on: IsoDate) {
  return withTrust(actor, (tx) => frameworksInForce(tx, on));
}

function frameworksInForce(tx: Tx, on: IsoDate, frameworkId?: string) {
  return tx
    .select({
      id: frameworks.id,
      code: frameworks.code,
      originEdition: frameworks.originEdition,
      versionId: frameworkVersions.id,
      versionNumber: frameworkVersions.number,
      title: frameworkVersions.title,
      description: frameworkVersions.description,
      productDefaults: frameworkVersions.productDefaults,
      validFrom: frameworkVersions.validFrom,
      competencyCount: sql<number>`(select count(*)::integer from ${competencyVersions}
        where ${competencyVersions.frameworkVersionId} = ${frameworkVersions.id})`,
    })
    .from(frameworks)
    .innerJoin(
      frameworkVersions,
      and(
        eq(frameworkVersions.trustId, frameworks.trustId),
        eq(frameworkVersions.frameworkId, frameworks.id),
        inForce(frameworkVersions, on),
      ),
    )
    .where(frameworkId ? eq(frameworks.id, frameworkId) : undefined)
    .orderBy(asc(frameworkVersions.title), asc(frameworks.id));
}

/** One framework with every competency and its rule, as in force on the day. */
export function getFramework(actor: Actor, frameworkId: string, on: IsoDate) {
  return withTrust(actor, async (tx) => {
    const [framework] = await frameworksInForce(tx, on, frameworkId);
    if (!framework) refuse("not-found", "framework-not-found");
    const versions = await selectVersions(tx, eq(competencyVersions.frameworkVersionId, framework.versionId));
    return { ...framework, competencies: versions };
  });
}

/** The frameworks that the product ships, each in its latest edition, and whether the trust has adopted it. */
export function listReferenceFrameworks(actor: Actor) {
  return withTrust(actor, (tx) =>
    tx
      .selectDistinctOn([referenceFrameworks.code], {
        code: referenceFrameworks.code,
        edition: referenceFrameworks.edition,
        title: referenceFrameworks.title,
        description: referenceFrameworks.description,
        competencyCount: referenceFrameworks.competencyCount,
        adopted: sql<boolean>`${frameworks.id} is not null`,
      })
      .from(referenceFrameworks)
      .leftJoin(frameworks, eq(frameworks.code, referenceFrameworks.code))
      .orderBy(asc(referenceFrameworks.code), desc(referenceFrameworks.edition)),
  );
}
