import "server-only";
import { and, asc, eq, type SQL } from "drizzle-orm";
import { competencies, competencyGroups, competencyVersions, frameworkVersions } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { ScopeByBand } from "../catalogue/adoption";
import { prerequisitesOf, theoryOf } from "../prerequisites/queries";
import type { CompetencyRule, FinalAssessment } from "../rules";

const columns = {
  versionId: competencyVersions.id,
  competencyId: competencyVersions.competencyId,
  code: competencies.code,
  position: competencyVersions.position,
  title: competencyVersions.title,
  description: competencyVersions.description,
  frameworkId: frameworkVersions.frameworkId,
  frameworkVersionId: frameworkVersions.id,
  frameworkTitle: frameworkVersions.title,
  versionNumber: frameworkVersions.number,
  productDefaults: frameworkVersions.productDefaults,
  groupTitle: competencyGroups.title,
  riskLevel: competencyVersions.riskLevel,
  performancesRequired: competencyVersions.performancesRequired,
  minObservers: competencyVersions.minObservers,
  minDays: competencyVersions.minDays,
  directRequired: competencyVersions.directRequired,
  indirectRequired: competencyVersions.indirectRequired,
  settingKinds: competencyVersions.settingKinds,
  stoppedResets: competencyVersions.stoppedResets,
  simulationFirst: competencyVersions.simulationFirst,
  directOnly: competencyVersions.directOnly,
  equipmentSpecific: competencyVersions.equipmentSpecific,
  finalAssessment: competencyVersions.finalAssessment,
  signerProfessions: competencyVersions.signerProfessions,
  reassessMonths: competencyVersions.reassessMonths,
  noticeDays: competencyVersions.noticeDays,
  renewalPerformances: competencyVersions.renewalPerformances,
  renewalTheory: competencyVersions.renewalTheory,
  renewalAssessment: competencyVersions.renewalAssessment,
  needsEntitlement: competencyVersions.needsEntitlement,
  needsScopeExtension: competencyVersions.needsScopeExtension,
  patientSpecific: competencyVersions.patientSpecific,
  procedureSpecific: competencyVersions.procedureSpecific,
  holderSupervision: competencyVersions.holderSupervision,
  scopeByBand: competencyVersions.scopeByBand,
};

/** One competency as a framework version states it: its text, and the rule that a sign-off has to meet. */
export interface CompetencyVersion {
  versionId: string;
  competencyId: string;
  frameworkId: string;
  frameworkVersionId: string;
  code: string;
  title: string;
  description: string;
  frameworkTitle: string;
  groupTitle: string;
  versionNumber: number;
  rule: CompetencyRule;
  renewal: { performances: number; theory: boolean; kind: FinalAssessment };
  theory: { id: string; name: string }[];
  prerequisites: { id: string; code: string; title: string }[];
  flags: {
    patientSpecific: boolean;
    procedureSpecific: boolean;
    holderSupervision: string | null;
    scopeByBand: ScopeByBand | null;
  };
  /** Its numbers are product defaults that nobody has reviewed clinically yet. */
  productDefaults: boolean;
}

export function versionQuery(tx: Tx, where: SQL | undefined) {
  return tx
    .select(columns)
    .from(competencyVersions)
    .innerJoin(
      competencies,
      and(
        eq(competencies.trustId, competencyVersions.trustId),
        eq(competencies.id, competencyVersions.competencyId),
      ),
    )
    .innerJoin(
      frameworkVersions,
      and(
        eq(frameworkVersions.trustId, competencyVersions.trustId),
        eq(frameworkVersions.id, competencyVersions.frameworkVersionId),
      ),
    )
    .innerJoin(
      competencyGroups,
      and(
        eq(competencyGroups.trustId, competencyVersions.trustId),
        eq(competencyGroups.id, competencyVersions.groupId),
      ),
    )
    .where(where)
    .orderBy(asc(frameworkVersions.title), asc(competencyVersions.position), asc(competencyVersions.id));
}

/** Whole versions with theory and prerequisites: three statements, however many there are. */
export async function selectVersions(tx: Tx, where: SQL | undefined): Promise<CompetencyVersion[]> {
  const rows = await versionQuery(tx, where);
  const ids = rows.map(({ versionId }) => versionId);
  if (ids.length === 0) return [];
  const theory = await theoryOf(tx, ids);
  const prerequisites = await prerequisitesOf(tx, ids);
  return rows.map((row) => toVersion(row, theory, prerequisites));
}

type VersionRow = Awaited<ReturnType<typeof versionQuery>>[number];
type Theory = Awaited<ReturnType<typeof theoryOf>>;
type Prerequisites = Awaited<ReturnType<typeof prerequisitesOf>>;

function toVersion(row: VersionRow, allTheory: Theory, allPrerequisites: Prerequisites): CompetencyVersion {
  const theory = allTheory.filter(({ versionId }) => versionId === row.versionId);
  const prerequisites = allPrerequisites.filter(({ versionId }) => versionId === row.versionId);
  const { versionId, competencyId, frameworkId, frameworkVersionId, code, title, description } = row;
  const { frameworkTitle, groupTitle, versionNumber, productDefaults } = row;
  const { patientSpecific, procedureSpecific, holderSupervision } = row;
  return {
    versionId,
    competencyId,
    frameworkId,
    frameworkVersionId,
    code,
    title,
    description,
    frameworkTitle,
    groupTitle,
    versionNumber,
    rule: toRule(row, theory, prerequisites),
    renewal: {
      performances: row.renewalPerformances,
      theory: row.renewalTheory,
      kind: row.renewalAssessment,
    },
    theory: theory.map(({ id, name }) => ({ id, name })),
    prerequisites: prerequisites.map(({ versionId: _, ...prerequisite }) => prerequisite),
    flags: {
      patientSpecific,
      procedureSpecific,
      holderSupervision,
      scopeByBand: row.scopeByBand as ScopeByBand | null,
    },
    productDefaults,
  };
}

function toRule(row: VersionRow, theory: Theory, prerequisites: Prerequisites): CompetencyRule {
  return {
    practice: {
      performancesRequired: row.performancesRequired,
      minObservers: row.minObservers,
      minDays: row.minDays,
      settingKinds: row.settingKinds,
      directRequired: row.directRequired,
      indirectRequired: row.indirectRequired,
      stoppedResets: row.stoppedResets,
      simulationFirst: row.simulationFirst,
      directOnly: row.directOnly,
      equipmentSpecific: row.equipmentSpecific,
    },
    riskLevel: row.riskLevel,
    finalAssessment: row.finalAssessment,
    signerProfessions: row.signerProfessions,
    theoryItemIds: theory.map(({ id }) => id),
    prerequisiteIds: prerequisites.map(({ id }) => id),
    reassessMonths: row.reassessMonths,
    noticeDays: row.noticeDays,
    needsEntitlement: row.needsEntitlement,
    needsScopeExtension: row.needsScopeExtension,
  };
}
