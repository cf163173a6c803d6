import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { settingKinds } from "@/lib/competencies/rules";
import {
  belongsTo,
  datedFact,
  datedFactRules,
  oneOf,
  recorded,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
  word,
} from "./columns";

export const sites = pgTable(
  "sites",
  { ...tenantKey(), code: text().notNull(), name: text().notNull(), ...recorded() },
  (table) => [tenantPrimaryKey(table), tenantUnique("sites_code_key", table, table.code)],
);

/** A place where practice happens, by the trust's own code, of one of the catalogue's kinds. */
export const settings = pgTable(
  "settings",
  {
    ...tenantKey(),
    siteId: uuid().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    kind: word(settingKinds).notNull(),
    ...recorded(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("settings_code_key", table, table.code),
    belongsTo("settings_site_fk", table, table.siteId, sites),
    oneOf("settings_kind_ck", table.kind, settingKinds),
  ],
);

/** Make and model at a site, with dates. */
export const equipment = pgTable(
  "equipment",
  {
    ...tenantKey(),
    siteId: uuid().notNull(),
    code: text().notNull(),
    make: text().notNull(),
    model: text().notNull(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("equipment_site_fk", table, table.siteId, sites),
    tenantIndex("equipment_code_idx", table, table.code),
    ...datedFactRules("equipment", table),
  ],
);

export const teams = pgTable(
  "teams",
  {
    ...tenantKey(),
    parentId: uuid(),
    siteId: uuid(),
    code: text().notNull(),
    name: text().notNull(),
    ...recorded(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("teams_code_key", table, table.code),
    belongsTo("teams_parent_fk", table, table.parentId, table),
    belongsTo("teams_site_fk", table, table.siteId, sites),
  ],
);
