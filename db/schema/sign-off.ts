import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { authorityKinds } from "@/lib/sign-off/authority/rules";
import { holdingEventKinds } from "@/lib/sign-off/holding/rules";
import { outcomes, requestStates, requestSteps } from "@/lib/sign-off/workflow";
import { bytes, trusts } from "./accounts";
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
import { competencies, competencyVersions } from "./competencies";
import { practices } from "./evidence";
import { equipment, staffMembers } from "./people";

/** A request for sign-off: the one record with a mutable state; every change of it is a step. */
export const signOffRequests = pgTable(
  "sign_off_requests",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    competencyId: uuid().notNull(),
    competencyVersionId: uuid().notNull(),
    state: word(requestStates).notNull(),
    /** Rises by one with every change: a writer who saw another version is refused. */
    version: integer().notNull(),
    round: integer().notNull(),
    addressedToId: uuid().notNull(),
    /** Since when it waits in its present state. */
    stateSince: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("sign_off_requests_owner_key", table, table.id, table.staffId),
    belongsTo("sign_off_requests_staff_fk", table, table.staffId, staffMembers),
    belongsTo("sign_off_requests_competency_fk", table, table.competencyId, competencies),
    belongsTo("sign_off_requests_version_fk", table, table.competencyVersionId, competencyVersions),
    belongsTo("sign_off_requests_addressed_fk", table, table.addressedToId, staffMembers),
    oneOf("sign_off_requests_state_ck", table.state, requestStates),
    check("sign_off_requests_not_self_ck", sql`${table.addressedToId} <> ${table.staffId}`),
    uniqueIndex("sign_off_requests_open_key")
      .on(table.trustId, table.staffId, table.competencyId)
      .where(sql`${table.state} in ('draft', 'submitted', 'returned')`),
    tenantIndex("sign_off_requests_queue_idx", table, table.addressedToId, table.state),
    tenantIndex("sign_off_requests_staff_idx", table, table.staffId, table.competencyId),
  ],
);

/** What happened to a request, step by step. */
export const signOffSteps = pgTable(
  "sign_off_steps",
  {
    ...tenantKey(),
    requestId: uuid().notNull(),
    number: integer().notNull(),
    round: integer().notNull(),
    step: word(requestSteps).notNull(),
    fromState: text(),
    toState: word(requestStates).notNull(),
    takenById: uuid().notNull(),
    addressedToId: uuid().notNull(),
    note: text(),
    takenAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("sign_off_steps_number_key", table, table.requestId, table.number),
    belongsTo("sign_off_steps_request_fk", table, table.requestId, signOffRequests),
    belongsTo("sign_off_steps_by_fk", table, table.takenById, staffMembers),
    belongsTo("sign_off_steps_addressed_fk", table, table.addressedToId, staffMembers),
    oneOf("sign_off_steps_step_ck", table.step, requestSteps),
    oneOf("sign_off_steps_state_ck", table.toState, requestStates),
  ],
);

export const proofMethods = ["password", "demonstration"] as const;

/** One fresh proof of identity, and what it was given for. A bulk declaration is one event over one hash. */
export const signingEvents = pgTable(
  "signing_events",
  {
    ...tenantKey(),
    signerId: uuid().notNull(),
    method: word(proofMethods).notNull(),
    provedAt: instant().notNull(),
    declarationHash: bytes().notNull(),
    signedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("signing_events_whose_key", table, table.id, table.signerId),
    belongsTo("signing_events_signer_fk", table, table.signerId, staffMembers),
    oneOf("signing_events_method_ck", table.method, proofMethods),
    check(
      "signing_events_fresh_ck",
      sql`${table.signedAt} between ${table.provedAt} and ${table.provedAt} + interval '5 minutes'`,
    ),
  ],
);

/** Who signed, in which capacity and registration on that day, what was shown, and what it means. */
export const signatures = pgTable(
  "signatures",
  {
    ...tenantKey(),
    signingEventId: uuid().notNull(),
    signerId: uuid().notNull(),
    ownerId: uuid().notNull(),
    signerName: text().notNull(),
    capacity: text().notNull(),
    /** The registration relied on, as it stood: body, profession, number, standing, check. */
    registration: jsonb().notNull(),
    meaning: text().notNull(),
    shownSchema: integer().notNull(),
    /** Canonical text of exactly what was on the page. */
    shown: text().notNull(),
    shownHash: bytes().notNull(),
    /** Printed on the signature where the only observer signed, see rule 4. */
    exceptionId: uuid(),
    demonstration: boolean().notNull(),
    trustIsDemo: boolean().notNull(),
    signedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    agreement("signatures_whose_key", table, table.id, table.signerId, table.ownerId),
    agreesWith("signatures_event_fk", table, [table.signingEventId, table.signerId], signingEvents, [
      signingEvents.id,
      signingEvents.signerId,
    ]),
    belongsTo("signatures_signer_fk", table, table.signerId, staffMembers),
    belongsTo("signatures_owner_fk", table, table.ownerId, staffMembers),
    belongsTo("signatures_exception_fk", table, table.exceptionId, observerExceptions),
    foreignKey({
      name: "signatures_trust_fk",
      columns: [table.trustId, table.trustIsDemo],
      foreignColumns: [trusts.id, trusts.isDemo],
    }),
    check("signatures_not_self_ck", sql`${table.signerId} <> ${table.ownerId}`),
    check("signatures_demonstration_ck", sql`${table.trustIsDemo} = ${table.demonstration}`),
    check("signatures_hash_ck", sql`${table.shownHash} = sha256(convert_to(${table.shown}, 'UTF8'))`),
  ],
);

export const signOffDecisions = pgTable(
  "sign_off_decisions",
  {
    ...tenantKey(),
    requestId: uuid().notNull(),
    round: integer().notNull(),
    ownerId: uuid().notNull(),
    decidedById: uuid().notNull(),
    outcome: word(outcomes).notNull(),
    /** What is missing (return) or why (decline). */
    reason: text(),
    /** The final assessment: the practice that the signer confirmed themselves, or their note. */
    assessmentPracticeId: uuid(),
    assessmentNote: text(),
    signatureId: uuid().notNull(),
    decidedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    tenantUnique("sign_off_decisions_round_key", table, table.requestId, table.round),
    agreement("sign_off_decisions_whose_key", table, table.id, table.ownerId),
    agreesWith("sign_off_decisions_request_fk", table, [table.requestId, table.ownerId], signOffRequests, [
      signOffRequests.id,
      signOffRequests.staffId,
    ]),
    belongsTo("sign_off_decisions_owner_fk", table, table.ownerId, staffMembers),
    belongsTo("sign_off_decisions_by_fk", table, table.decidedById, staffMembers),
    belongsTo("sign_off_decisions_practice_fk", table, table.assessmentPracticeId, practices),
    agreesWith(
      "sign_off_decisions_signature_fk",
      table,
      [table.signatureId, table.decidedById, table.ownerId],
      signatures,
      [signatures.id, signatures.signerId, signatures.ownerId],
    ),
    oneOf("sign_off_decisions_outcome_ck", table.outcome, outcomes),
    check("sign_off_decisions_not_self_ck", sql`${table.decidedById} <> ${table.ownerId}`),
    check("sign_off_decisions_reason_ck", sql`${table.outcome} = 'approve' or ${table.reason} is not null`),
    check(
      "sign_off_decisions_assessment_ck",
      sql`${table.outcome} <> 'approve' or ${table.assessmentPracticeId} is not null or ${table.assessmentNote} is not null`,
    ),
  ],
);

/** The history of a signed-off competency. Its status on a date is computed from these. */
export const holdingEvents = pgTable(
  "holding_events",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    competencyId: uuid().notNull(),
    competencyVersionId: uuid().notNull(),
    kind: word(holdingEventKinds).notNull(),
    onDate: day().notNull(),
    /** Last valid day; set by what grants or renews. */
    expiresOn: day(),
    /** What the holder is limited to, in words: equipment, site, supervision. */
    scope: jsonb().notNull(),
    voidsEventId: uuid(),
    decisionId: uuid(),
    reason: text(),
    incidentReference: text(),
    recordedById: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("holding_events_staff_fk", table, table.staffId, staffMembers),
    belongsTo("holding_events_competency_fk", table, table.competencyId, competencies),
    belongsTo("holding_events_version_fk", table, table.competencyVersionId, competencyVersions),
    belongsTo("holding_events_voids_fk", table, table.voidsEventId, table),
    agreesWith("holding_events_decision_fk", table, [table.decisionId, table.staffId], signOffDecisions, [
      signOffDecisions.id,
      signOffDecisions.ownerId,
    ]),
    belongsTo("holding_events_by_fk", table, table.recordedById, staffMembers),
    oneOf("holding_events_kind_ck", table.kind, holdingEventKinds),
    check("holding_events_not_self_ck", sql`${table.recordedById} <> ${table.staffId}`),
    check(
      "holding_events_grant_ck",
      sql`${table.kind} not in ('granted', 'renewed') or (${table.expiresOn} is not null and ${table.decisionId} is not null)`,
    ),
    check("holding_events_void_ck", sql`(${table.kind} = 'voided') = (${table.voidsEventId} is not null)`),
    tenantIndex("holding_events_staff_idx", table, table.staffId, table.competencyId),
    tenantIndex("holding_events_competency_idx", table, table.competencyId),
  ],
);

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
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("authorities_staff_fk", table, table.staffId, staffMembers),
    belongsTo("authorities_competency_fk", table, table.competencyId, competencies),
    belongsTo("authorities_equipment_fk", table, table.equipmentId, equipment),
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
    belongsTo("authority_acceptances_authority_fk", table, table.authorityId, authorities),
    belongsTo("authority_acceptances_by_fk", table, table.acceptedById, staffMembers),
  ],
);

/** A small team has no second observer: the clinical lead allows the only one to sign, until a date. */
export const observerExceptions = pgTable(
  "observer_exceptions",
  {
    ...tenantKey(),
    staffId: uuid().notNull(),
    competencyId: uuid().notNull(),
    reason: text().notNull(),
    ...datedFact(),
  },
  (table) => [
    tenantPrimaryKey(table),
    belongsTo("observer_exceptions_staff_fk", table, table.staffId, staffMembers),
    belongsTo("observer_exceptions_competency_fk", table, table.competencyId, competencies),
    check("observer_exceptions_not_self_ck", sql`${table.recordedById} <> ${table.staffId}`),
    tenantIndex("observer_exceptions_staff_idx", table, table.staffId, table.competencyId),
    ...datedFactRules("observer_exceptions", table),
  ],
);
