import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  competencies,
  competencyGroups,
  competencyVersionPrerequisites,
  competencyVersions,
  competencyVersionTheory,
  frameworkVersions,
  theoryItems,
} from "@/db/schema";
import { answer, jsonRows, type Part, type RowOf } from "@/db/statement";
import type { Tx } from "@/db/tenant";
import type { ScopeByBand } from "../catalogue/adoption";
import type { CompetencyRule, FinalAssessment } from "../rules";

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

/** Versions with their competency, framework version and group. */
export const fromVersions = sql`from ${competencyVersions}
  join ${competencies} on ${competencies.trustId} = ${competencyVersions.trustId}
    and ${competencies.id} = ${competencyVersions.competencyId}
  join ${frameworkVersions} on ${frameworkVersions.trustId} = ${competencyVersions.trustId}
    and ${frameworkVersions.id} = ${competencyVersions.frameworkVersionId}
  join ${competencyGroups} on ${competencyGroups.trustId} = ${competencyVersions.trustId}
    and ${competencyGroups.id} = ${competencyVersions.groupId}`;

export const versionOrder = sql`${frameworkVersions.title}, ${competencyVersions.position}, ${competencyVersions.id}`;

const titled = alias(competencyVersions, "titled");
const builtOn = alias(competencies, "built_on");

/** In their order. */
const theory = jsonRows(
  { id: theoryItems.id, name: theoryItems.name },
  sql`from ${competencyVersionTheory} join ${theoryItems} on ${theoryItems.trustId} = ${competencyVersionTheory.trustId}
      and ${theoryItems.id} = ${competencyVersionTheory.theoryItemId}
    where ${competencyVersionTheory.trustId} = ${competencyVersions.trustId}
      and ${competencyVersionTheory.competencyVersionId} = ${competencyVersions.id}`,
  sql`${competencyVersionTheory.position}, ${theoryItems.id}`,
);

/** A prerequisite is named as its own latest version names it. */
const prerequisites = jsonRows(
  {
    id: builtOn.id,
    code: builtOn.code,
    title: sql<string>`(select ${titled.title} from ${competencyVersions} ${titled}
      where ${titled.trustId} = ${builtOn.trustId} and ${titled.competencyId} = ${builtOn.id}
      order by ${titled.id} desc limit 1)`,
  },
  sql`from ${competencyVersionPrerequisites} join ${competencies} ${builtOn}
      on ${builtOn.trustId} = ${competencyVersionPrerequisites.trustId}
      and ${builtOn.id} = ${competencyVersionPrerequisites.prerequisiteId}
    where ${competencyVersionPrerequisites.trustId} = ${competencyVersions.trustId}
      and ${competencyVersionPrerequisites.competencyVersionId} = ${competencyVersions.id}`,
  sql`${builtOn.code}`,
);

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
  scopeByBand: sql<ScopeByBand | null>`${competencyVersions.scopeByBand}`,
  theory,
  prerequisites,
};

type VersionRow = RowOf<typeof columns>;

/** Whole versions with theory and prerequisites, in the order of framework and position. */
export function versionRows(where: SQL | undefined): Part<VersionRow[]> {
  return jsonRows(columns, sql`${fromVersions} where ${where ?? sql`true`}`, versionOrder);
}

export async function selectVersions(tx: Tx, where: SQL | undefined): Promise<CompetencyVersion[]> {
  return (await answer(tx, versionRows(where))).map(toVersion);
}

export function toVersion(row: VersionRow): CompetencyVersion {
  const { versionId, competencyId, frameworkId, frameworkVersionId, code, title, description } = row;
  const { frameworkTitle, groupTitle, versionNumber, productDefaults } = row;
  const { patientSpecific, procedureSpecific, holderSupervision, scopeByBand } = row;
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
    rule: toRule(row),
    renewal: {
      performances: row.renewalPerformances,
      theory: row.renewalTheory,
      kind: row.renewalAssessment,
    },
    theory: row.theory,
    prerequisites: row.prerequisites,
    flags: { patientSpecific, procedureSpecific, holderSupervision, scopeByBand },
    productDefaults,
  };
}

function toRule(row: VersionRow): CompetencyRule {
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
    theoryItemIds: row.theory.map(({ id }) => id),
    prerequisiteIds: row.prerequisites.map(({ id }) => id),
    reassessMonths: row.reassessMonths,
    noticeDays: row.noticeDays,
    needsEntitlement: row.needsEntitlement,
    needsScopeExtension: row.needsScopeExtension,
  };
}
