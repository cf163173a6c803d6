import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { roles } from "@/lib/auth/actor";
import { shiftPatterns } from "@/lib/people/rules";
import { accounts, trusts } from "./accounts";
import {
  belongsTo,
  datedFact,
  datedFactRules,
  day,
  instant,
  oneOf,
  recorded,
  tenantIndex,
  tenantKey,
  tenantPrimaryKey,
  tenantUnique,
  word,
} from "./columns";
import { teams } from "./places";

/** A person's place in one trust. */
export const staffMembers = pgTable(
  "staff_members",
  {
    ...tenantKey(),
    accountId: uuid().references(() => accounts.id),
    name: text().notNull(),
    /** Lower case without accents, for searching and sorting. */
    searchName: text().notNull(),
    employeeNumber: text().notNull(),
    startedOn: day().notNull(),
    endedOn: day(),
    ...recorded(),
  },
  (table) => [
    tenantPrimaryKey(table),
    foreignKey({ name: "staff_members_trust_fk", columns: [table.trustId], foreignColumns: [trusts.id] }),
    tenantUnique("staff_members_account_key", table, table.accountId),
    tenantUnique("staff_members_number_key", table, table.employeeNumber),
    tenantIndex("staff_members_name_idx", table, table.searchName),
    index("staff_members_account_idx").on(table.accountId),
  ],
);

/** The posts of a trust, such as "assistant practitioner" or "radiographer"; requirements name them. */
export const jobRoles = pgTable(
  "job_roles",
  { ...tenantKey(), code: text().notNull(), title: text().notNull(), ...recorded() },
  (table) => [tenantPrimaryKey(table), tenantUnique("job_roles_code_key", table, table.code)],
);

/** A staff member's post in a team, with dates. */
export const teamMemberships = pgTable(
  "team_memberships",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    teamId: uuid().notNull(),
    jobRoleId: uuid().notNull(),
    band: text().notNull(),
    shiftPattern: word(shiftPatterns).notNull().default("any"),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("team_memberships_staff_fk", table, table.staffId, staffMembers),
    belongsTo("team_memberships_team_fk", table, table.teamId, teams),
    belongsTo("team_memberships_job_role_fk", table, table.jobRoleId, jobRoles),
    oneOf("team_memberships_shift_ck", table.shiftPattern, shiftPatterns),
    tenantIndex("team_memberships_staff_idx", table, table.staffId),
    tenantIndex("team_memberships_team_idx", table, table.teamId),
    ...datedFactRules("team_memberships", table),
  ],
);

/** What a staff member may do, in one team and those below it, or (no team) in the whole trust. */
export const staffRoles = pgTable(
  "staff_roles",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    role: word(roles).notNull(),
    teamId: uuid(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("staff_roles_staff_fk", table, table.staffId, staffMembers),
    belongsTo("staff_roles_team_fk", table, table.teamId, teams),
    oneOf("staff_roles_role_ck", table.role, roles),
    tenantIndex("staff_roles_staff_idx", table, table.staffId),
    ...datedFactRules("staff_roles", table),
  ],
);

/** Who supervises whom. */
export const supervisions = pgTable(
  "supervisions",
  { ...tenantKey(), supervisorId: uuid().notNull(), learnerId: uuid().notNull(), ...datedFact() },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("supervisions_supervisor_fk", table, table.supervisorId, staffMembers),
    belongsTo("supervisions_learner_fk", table, table.learnerId, staffMembers),
    check("supervisions_not_self_ck", sql`${table.supervisorId} <> ${table.learnerId}`),
    tenantIndex("supervisions_supervisor_idx", table, table.supervisorId),
    tenantIndex("supervisions_learner_idx", table, table.learnerId),
    ...datedFactRules("supervisions", table),
  ],
);

/** Who looked at whose record: one row a viewer, subject and day, shown to the subject. */
export const recordViews = pgTable(
  "record_views",
  {
    trustId: uuid().notNull(),
    subjectId: uuid().notNull(),
    viewerId: uuid().notNull(),
    viewedOn: day().notNull(),
    firstViewedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.trustId, table.subjectId, table.viewedOn, table.viewerId] }),
    belongsTo("record_views_subject_fk", table, table.subjectId, staffMembers),
    belongsTo("record_views_viewer_fk", table, table.viewerId, staffMembers),
    check("record_views_not_self_ck", sql`${table.subjectId} <> ${table.viewerId}`),
  ],
);
