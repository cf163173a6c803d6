import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import {
  belongsTo,
  datedFact,
  datedFactRules,
  instant,
  recorded,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
} from "./columns";
import { staffMembers } from "./people";

/** The frameworks that the product ships. A trust adopts a copy; nothing of a trust refers to these rows. */
export const referenceFrameworks = pgTable(
  "reference_frameworks",
  {
    code: text().notNull(),
    /** The catalogue's own date. */
    edition: text().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    competencyCount: integer().notNull(),
    content: jsonb().notNull(),
    loadedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.edition] })],
);

export const frameworks = pgTable(
  "frameworks",
  {
    ...tenantKey(),
    code: text().notNull(),
    /** Provenance: the reference framework and edition it was copied from. */
    originCode: text(),
    originEdition: text(),
    ...recorded(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("frameworks_code_key", table, table.code),
    belongsTo("frameworks_recorded_by_fk", table, table.recordedById, staffMembers),
  ],
);

/** A published version of a framework, in force from a day. It never changes. */
export const frameworkVersions = pgTable(
  "framework_versions",
  {
    ...tenantKey(),
    frameworkId: uuid().notNull(),
    number: integer().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    /** Its numbers are product defaults that nobody has reviewed clinically yet. */
    productDefaults: boolean().notNull(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("framework_versions_framework_fk", table, table.frameworkId, frameworks),
    tenantIndex("framework_versions_framework_idx", table, table.frameworkId, table.number),
    ...datedFactRules("framework_versions", table),
  ],
);

export const competencyGroups = pgTable(
  "competency_groups",
  {
    ...tenantKey(),
    frameworkVersionId: uuid().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("competency_groups_version_fk", table, table.frameworkVersionId, frameworkVersions),
    tenantUnique("competency_groups_code_key", table, table.frameworkVersionId, table.code),
  ],
);
