import "server-only";
import { desc, eq, inArray } from "drizzle-orm";
import { runCommand } from "@/db/command";
import { newRow } from "@/db/rows";
import {
  competencies,
  competencyGroups,
  competencyVersionPrerequisites,
  competencyVersions,
  competencyVersionTheory,
  frameworks,
  frameworkVersions,
  referenceFrameworks,
  theoryItems,
} from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { recordAudit } from "@/lib/audit/commands";
import type { CommandContext } from "@/lib/auth/actor";
import { authorise } from "@/lib/auth/permission";
import { mayAdoptFrameworks } from "@/lib/people/policy";
import { londonDate } from "@/lib/platform/dates";
import { newId } from "@/lib/platform/ids";
import { refuse } from "@/lib/platform/refusals";
import { type AdoptedCompetency, type FrameworkAdoption, toAdoption } from "../catalogue/adoption";
import type { CatalogueFramework } from "../catalogue/schema";
import type { AdoptFrameworkInput } from "../schema";

/** Copies a reference framework into the trust, as its own version 1, in force from today. */
export function adoptFramework(
  ctx: CommandContext,
  input: AdoptFrameworkInput,
  key: string,
): Promise<{ id: string }> {
  return runCommand(ctx, { action: "framework.adopt", key, body: input }, async (tx) => {
    authorise(mayAdoptFrameworks(ctx.actor));
    const { adoption, edition } = await getReference(tx, input.frameworkCode);
    const outside = await outsidePrerequisites(tx, adoption);
    const framework = newRow(ctx);
    const taken = await tx
      .insert(frameworks)
      .values({ ...framework, code: adoption.code, originCode: adoption.code, originEdition: edition })
      .onConflictDoNothing()
      .returning({ id: frameworks.id });
    if (taken.length === 0) refuse("conflict", "framework-already-adopted", {}, "frameworkCode");
    const versionId = await insertVersion(tx, ctx, framework.id, adoption);
    await insertCompetencies(tx, ctx, { frameworkId: framework.id, versionId, adoption, outside });
    await recordAudit(tx, ctx, {
      action: "framework.adopted",
      stream: `framework:${framework.id}`,
      refs: { versionId, code: adoption.code, edition },
      fields: { adoption },
    });
    return { id: framework.id };
  });
}

async function getReference(tx: Tx, code: string): Promise<{ adoption: FrameworkAdoption; edition: string }> {
  const [reference] = await tx
    .select({ content: referenceFrameworks.content, edition: referenceFrameworks.edition })
    .from(referenceFrameworks)
    .where(eq(referenceFrameworks.code, code))
    .orderBy(desc(referenceFrameworks.edition))
    .limit(1);
  if (!reference) refuse("not-found", "framework-not-found", {}, "frameworkCode");
  return { adoption: toAdoption(reference.content as CatalogueFramework), edition: reference.edition };
}

/** Competencies of other frameworks that this one builds on, by code; refuses where the trust lacks one. */
async function outsidePrerequisites(tx: Tx, { competencies: adopted }: FrameworkAdoption) {
  const own = new Set(adopted.map(({ code }) => code));
  const codes = [...new Set(adopted.flatMap(({ prerequisiteCodes }) => prerequisiteCodes))].filter(
    (code) => !own.has(code),
  );
  if (codes.length === 0) return new Map<string, string>();
  const found = await tx
    .select({ id: competencies.id, code: competencies.code })
    .from(competencies)
    .where(inArray(competencies.code, codes));
  const ids = new Map(found.map(({ id, code }) => [code, id]));
  const missing = codes.filter((code) => !ids.has(code));
  if (missing.length > 0) await refuseByName(tx, missing);
  return ids;
}

async function refuseByName(tx: Tx, missing: string[]): Promise<never> {
  // The catalogue's check holds that a competency's code begins with its framework's.
  const codes = [...new Set(missing.map((code) => code.split("-")[0] ?? code))];
  const named = await tx
    .selectDistinct({ code: referenceFrameworks.code, title: referenceFrameworks.title })
    .from(referenceFrameworks)
    .where(inArray(referenceFrameworks.code, codes))
    .orderBy(referenceFrameworks.title);
  refuse("rule", "adopt-first", { titles: named.map(({ title }) => title), codes }, "frameworkCode");
}

async function insertVersion(
  tx: Tx,
  ctx: CommandContext,
  frameworkId: string,
  { title, description }: FrameworkAdoption,
): Promise<string> {
  const version = newRow(ctx);
  await tx.insert(frameworkVersions).values({
    ...version,
    frameworkId,
    number: 1,
    title,
    description,
    productDefaults: true,
    validFrom: londonDate(ctx.now),
  });
  return version.id;
}

interface Adopting {
  frameworkId: string;
  versionId: string;
  adoption: FrameworkAdoption;
  /** Ids of the competencies of other frameworks that this one builds on, by code. */
  outside: Map<string, string>;
}

async function insertCompetencies(tx: Tx, ctx: CommandContext, adopting: Adopting): Promise<void> {
  const { frameworkId, versionId: frameworkVersionId, adoption, outside } = adopting;
  const { trustId } = ctx.actor;
  const groups = adoption.groups.map((group) => ({
    trustId,
    id: newId(ctx.now),
    frameworkVersionId,
    ...group,
  }));
  await tx.insert(competencyGroups).values(groups);
  const groupIds = new Map(groups.map(({ id, code }) => [code, id]));
  const rows = adoption.competencies.map(({ code }) => ({ ...newRow(ctx), frameworkId, code }));
  await tx.insert(competencies).values(rows);
  const ids = new Map([...outside, ...rows.map(({ id, code }) => [code, id] as const)]);
  const versions = adoption.competencies.map((competency) => ({
    competency,
    row: {
      trustId,
      id: newId(ctx.now),
      competencyId: idOf(ids, competency.code),
      frameworkVersionId,
      groupId: idOf(groupIds, competency.groupCode),
      ...versionColumns(competency),
    },
  }));
  await tx.insert(competencyVersions).values(versions.map(({ row }) => row));
  await linkTheory(tx, ctx, versions);
  const links = versions.flatMap(({ competency, row }) =>
    competency.prerequisiteCodes.map((code) => ({
      trustId,
      competencyVersionId: row.id,
      prerequisiteId: idOf(ids, code),
    })),
  );
  if (links.length > 0) await tx.insert(competencyVersionPrerequisites).values(links);
}

/** The same name is the same item everywhere, so that what somebody passed counts for every framework. */
async function linkTheory(
  tx: Tx,
  ctx: CommandContext,
  versions: { competency: AdoptedCompetency; row: { id: string } }[],
): Promise<void> {
  const names = [...new Set(versions.flatMap(({ competency }) => competency.theory))];
  await tx
    .insert(theoryItems)
    .values(names.map((name) => ({ ...newRow(ctx), name })))
    .onConflictDoNothing();
  const items = await tx
    .select({ id: theoryItems.id, name: theoryItems.name })
    .from(theoryItems)
    .where(inArray(theoryItems.name, names));
  const ids = new Map(items.map(({ id, name }) => [name, id]));
  await tx.insert(competencyVersionTheory).values(
    versions.flatMap(({ competency, row }) =>
      competency.theory.map((name, position) => ({
        trustId: ctx.actor.trustId,
        competencyVersionId: row.id,
        theoryItemId: idOf(ids, name),
        position,
      })),
    ),
  );
}

function versionColumns({ renewal, ...competency }: AdoptedCompetency) {
  const { code: _, groupCode: __, theory: ___, prerequisiteCodes: ____, ...columns } = competency;
  return {
    ...columns,
    renewalPerformances: renewal.performances,
    renewalTheory: renewal.theory,
    renewalAssessment: renewal.kind,
  };
}

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`no row for ${code}`);
  return id;
}
