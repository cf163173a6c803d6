import { sql } from "drizzle-orm";
import { check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { authorityKinds } from "@/lib/sign-off/authority/rules";
import {
  agreement,
  agreesWith,
  belongsTo,
  datedFact,
  datedFactRules,
  day,
  instant,
  oneOf,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
  word,
} from "./columns";
import { competencies } from "./competencies";
import { staffMembers } from "./people";
import { equipment } from "./places";

/** The employer's entitlement (IR(ME)R operator) or scope extension: never granted by oneself. */
export const authorities = pgTable(
  "authorities",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    competencyId: uuid().notNull(),
    kind: word(authorityKinds).notNull(),
    equipmentId: uuid(),
    /** The employer's document that says so. */
    document: text().notNull(),
    /** Who authorised it, where somebody else recorded that it ends; null: whoever recorded it. */
    grantedById: uuid(),
    /** Why it ends sooner than it was granted for. */
    endedReason: text(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("authorities_whose_key", table, table.id, table.staffId),
    belongsTo("authorities_staff_fk", table, table.staffId, staffMembers),
    belongsTo("authorities_competency_fk", table, table.competencyId, competencies),
    belongsTo("authorities_equipment_fk", table, table.equipmentId, equipment),
    belongsTo("authorities_granter_fk", table, table.grantedById, staffMembers),
    oneOf("authorities_kind_ck", table.kind, authorityKinds),
    check("authorities_not_self_ck", sql`${table.recordedById} <> ${table.staffId}`),
    tenantIndex("authorities_staff_idx", table, table.staffId, table.competencyId),
    ...datedFactRules("authorities", table),
  ],
);

/** The person has accepted the responsibility that an authority brings; until then it does not count. */
export const authorityAcceptances = pgTable(
  "authority_acceptances",
  {
    ...tenantKey(),
    authorityId: uuid().notNull(),
    acceptedById: uuid().notNull(),
    acceptedOn: day().notNull(),
    acceptedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("authority_acceptances_authority_key", table, table.authorityId),
    agreesWith(
      "authority_acceptances_whose_fk",
      table,
      [table.authorityId, table.acceptedById],
      authorities,
      [authorities.id, authorities.staffId],
    ),
    belongsTo("authority_acceptances_by_fk", table, table.acceptedById, staffMembers),
  ],
);
