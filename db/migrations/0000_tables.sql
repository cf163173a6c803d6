CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"demo_label" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_email_ck" CHECK ("accounts"."email" = lower("accounts"."email"))
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "identities_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key_hash" "bytea" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trusts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ods_code" text NOT NULL,
	"name" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"practice_lapse_days" integer DEFAULT 28 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "trusts_demo_key" UNIQUE("id","is_demo"),
	CONSTRAINT "trusts_ods_code_ck" CHECK ("trusts"."ods_code" ~ '^[A-Z0-9]{3,9}$')
);
--> statement-breakpoint
CREATE TABLE "audit_checkpoints" (
	"trust_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"size" integer NOT NULL,
	"root" "bytea" NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_checkpoints_trust_id_number_pk" PRIMARY KEY("trust_id","number")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"trust_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"entry" text NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "audit_entries_trust_id_stream_seq_pk" PRIMARY KEY("trust_id","stream","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"trust_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	"sealed_seq" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "audit_heads_trust_id_stream_pk" PRIMARY KEY("trust_id","stream")
);
--> statement-breakpoint
CREATE TABLE "audit_leaves" (
	"trust_id" uuid NOT NULL,
	"checkpoint" integer NOT NULL,
	"position" integer NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "audit_leaves_trust_id_checkpoint_position_pk" PRIMARY KEY("trust_id","checkpoint","position")
);
--> statement-breakpoint
CREATE TABLE "audit_salts" (
	"trust_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"salt" "bytea" NOT NULL,
	CONSTRAINT "audit_salts_trust_id_stream_seq_pk" PRIMARY KEY("trust_id","stream","seq")
);
--> statement-breakpoint
CREATE TABLE "assessor_approvals" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"framework_id" uuid,
	"competency_id" uuid,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "assessor_approvals_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "assessor_approvals_scope_ck" CHECK (("assessor_approvals"."framework_id" is null) <> ("assessor_approvals"."competency_id" is null)),
	CONSTRAINT "assessor_approvals_not_self_ck" CHECK ("assessor_approvals"."staff_id" <> "assessor_approvals"."recorded_by_id"),
	CONSTRAINT "assessor_approvals_dates_ck" CHECK ("assessor_approvals"."valid_until" is null or "assessor_approvals"."valid_until" >= "assessor_approvals"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "competencies" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"code" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "competencies_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "competency_groups" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_version_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "competency_groups_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "competency_version_prerequisites" (
	"trust_id" uuid NOT NULL,
	"competency_version_id" uuid NOT NULL,
	"prerequisite_id" uuid NOT NULL,
	CONSTRAINT "competency_version_prerequisites_pk" PRIMARY KEY("trust_id","competency_version_id","prerequisite_id")
);
--> statement-breakpoint
CREATE TABLE "competency_version_theory" (
	"trust_id" uuid NOT NULL,
	"competency_version_id" uuid NOT NULL,
	"theory_item_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "competency_version_theory_pk" PRIMARY KEY("trust_id","competency_version_id","theory_item_id")
);
--> statement-breakpoint
CREATE TABLE "competency_versions" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"framework_version_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"risk_level" text NOT NULL,
	"performances_required" integer NOT NULL,
	"min_observers" integer NOT NULL,
	"min_days" integer NOT NULL,
	"direct_required" integer NOT NULL,
	"indirect_required" integer NOT NULL,
	"setting_kinds" text[] NOT NULL,
	"stopped_resets" boolean NOT NULL,
	"simulation_first" boolean NOT NULL,
	"direct_only" boolean NOT NULL,
	"equipment_specific" boolean NOT NULL,
	"final_assessment" text NOT NULL,
	"signer_professions" text[] NOT NULL,
	"reassess_months" integer NOT NULL,
	"notice_days" integer NOT NULL,
	"renewal_performances" integer NOT NULL,
	"renewal_theory" boolean NOT NULL,
	"renewal_assessment" text NOT NULL,
	"needs_entitlement" boolean NOT NULL,
	"needs_scope_extension" boolean NOT NULL,
	"patient_specific" boolean NOT NULL,
	"procedure_specific" boolean NOT NULL,
	"holder_supervision" text,
	"assessor_level_at_least" integer,
	"scope_by_band" jsonb,
	"nos" text[] NOT NULL,
	"sources" text[] NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "competency_versions_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "competency_versions_risk_ck" CHECK ("competency_versions"."risk_level" in ('low', 'medium', 'high')),
	CONSTRAINT "competency_versions_assessment_ck" CHECK ("competency_versions"."final_assessment" in ('direct-observation', 'professional-discussion')),
	CONSTRAINT "competency_versions_renewal_ck" CHECK ("competency_versions"."renewal_assessment" in ('direct-observation', 'professional-discussion')),
	CONSTRAINT "competency_versions_settings_ck" CHECK ("competency_versions"."setting_kinds" <@ array['ward', 'clinic', 'home', 'theatre', 'recovery', 'imaging-room', 'nuclear-medicine', 'laboratory', 'remote']::text[]),
	CONSTRAINT "competency_versions_practice_ck" CHECK ("competency_versions"."direct_required" + "competency_versions"."indirect_required" = "competency_versions"."performances_required" and "competency_versions"."min_days" <= "competency_versions"."performances_required")
);
--> statement-breakpoint
CREATE TABLE "covers" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"shift_pattern" text NOT NULL,
	"minimum" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "covers_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "covers_shift_ck" CHECK ("covers"."shift_pattern" in ('any', 'days', 'nights', 'weekends')),
	CONSTRAINT "covers_minimum_ck" CHECK ("covers"."minimum" > 0),
	CONSTRAINT "covers_dates_ck" CHECK ("covers"."valid_until" is null or "covers"."valid_until" >= "covers"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "framework_versions" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"framework_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"product_defaults" boolean NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "framework_versions_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "framework_versions_dates_ck" CHECK ("framework_versions"."valid_until" is null or "framework_versions"."valid_until" >= "framework_versions"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "frameworks" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"origin_code" text,
	"origin_edition" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "frameworks_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "reference_frameworks" (
	"code" text NOT NULL,
	"edition" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"competency_count" integer NOT NULL,
	"content" jsonb NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reference_frameworks_code_edition_pk" PRIMARY KEY("code","edition")
);
--> statement-breakpoint
CREATE TABLE "requirements" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"job_role_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_days" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "requirements_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "requirements_kind_ck" CHECK ("requirements"."kind" in ('mandatory', 'optional')),
	CONSTRAINT "requirements_due_ck" CHECK ("requirements"."due_days" >= 0),
	CONSTRAINT "requirements_dates_ck" CHECK ("requirements"."valid_until" is null or "requirements"."valid_until" >= "requirements"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "theory_items" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "theory_items_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "practice_comments" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"text" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "practice_comments_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "practice_responses" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"responded_by_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"reason" text,
	"late" boolean NOT NULL,
	"registrations" jsonb NOT NULL,
	"responded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_responses_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "practice_responses_answer_ck" CHECK ("practice_responses"."answer" in ('confirmed', 'not-confirmed')),
	CONSTRAINT "practice_responses_not_self_ck" CHECK ("practice_responses"."responded_by_id" <> "practice_responses"."staff_id"),
	CONSTRAINT "practice_responses_reason_ck" CHECK ("practice_responses"."answer" = 'confirmed' or "practice_responses"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "practice_withdrawals" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"practice_id" uuid NOT NULL,
	"withdrawn_by_id" uuid NOT NULL,
	"reason" text,
	"withdrawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "practice_withdrawals_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "practices" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"competency_version_id" uuid NOT NULL,
	"performed_on" date NOT NULL,
	"setting_id" uuid NOT NULL,
	"equipment_id" uuid,
	"supervision" text NOT NULL,
	"performances" integer NOT NULL,
	"simulated" boolean NOT NULL,
	"outcome" text NOT NULL,
	"observer_id" uuid NOT NULL,
	"note" text,
	"incident_reference" text,
	"submitted" boolean NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "practices_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "practices_whose_key" UNIQUE("trust_id","id","staff_id","observer_id"),
	CONSTRAINT "practices_supervision_ck" CHECK ("practices"."supervision" in ('direct', 'indirect')),
	CONSTRAINT "practices_outcome_ck" CHECK ("practices"."outcome" in ('achieved', 'prompted', 'stopped')),
	CONSTRAINT "practices_performances_ck" CHECK ("practices"."performances" between 1 and 50),
	CONSTRAINT "practices_observer_ck" CHECK ("practices"."observer_id" <> "practices"."staff_id")
);
--> statement-breakpoint
CREATE TABLE "theory_completions" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"theory_item_id" uuid NOT NULL,
	"completed_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "theory_completions_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "theory_completions_not_self_ck" CHECK ("theory_completions"."recorded_by_id" <> "theory_completions"."staff_id")
);
--> statement-breakpoint
CREATE TABLE "condition_clearances" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"registration_check_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "condition_clearances_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "condition_clearances_dates_ck" CHECK ("condition_clearances"."valid_until" is null or "condition_clearances"."valid_until" >= "condition_clearances"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "equipment" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"code" text NOT NULL,
	"make" text NOT NULL,
	"model" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "equipment_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "equipment_dates_ck" CHECK ("equipment"."valid_until" is null or "equipment"."valid_until" >= "equipment"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "job_roles" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "job_roles_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "record_views" (
	"trust_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"viewer_id" uuid NOT NULL,
	"viewed_on" date NOT NULL,
	"first_viewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "record_views_trust_id_subject_id_viewed_on_viewer_id_pk" PRIMARY KEY("trust_id","subject_id","viewed_on","viewer_id"),
	CONSTRAINT "record_views_not_self_ck" CHECK ("record_views"."subject_id" <> "record_views"."viewer_id")
);
--> statement-breakpoint
CREATE TABLE "registration_checks" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"checked_on" date NOT NULL,
	"effective_on" date NOT NULL,
	"next_check_due_on" date NOT NULL,
	"conditions" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "registration_checks_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "registration_checks_outcome_ck" CHECK ("registration_checks"."outcome" in ('registered', 'conditions', 'lapsed', 'not-found'))
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"body" text NOT NULL,
	"profession" text NOT NULL,
	"number" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "registrations_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "registrations_body_ck" CHECK ("registrations"."body" in ('NMC', 'HCPC', 'GMC', 'GPhC', 'SWE')),
	CONSTRAINT "registrations_dates_ck" CHECK ("registrations"."valid_until" is null or "registrations"."valid_until" >= "registrations"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "settings_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "settings_kind_ck" CHECK ("settings"."kind" in ('ward', 'clinic', 'home', 'theatre', 'recovery', 'imaging-room', 'nuclear-medicine', 'laboratory', 'remote'))
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "sites_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_members" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid,
	"name" text NOT NULL,
	"search_name" text NOT NULL,
	"employee_number" text NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "staff_members_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	"team_id" uuid,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "staff_roles_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "staff_roles_role_ck" CHECK ("staff_roles"."role" in ('assistant-practitioner', 'supervisor', 'educator', 'manager', 'deputy', 'authoriser', 'lead', 'auditor', 'radiation-expert', 'physics-expert', 'tutor')),
	CONSTRAINT "staff_roles_dates_ck" CHECK ("staff_roles"."valid_until" is null or "staff_roles"."valid_until" >= "staff_roles"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "supervisions" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"supervisor_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "supervisions_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "supervisions_not_self_ck" CHECK ("supervisions"."supervisor_id" <> "supervisions"."learner_id"),
	CONSTRAINT "supervisions_dates_ck" CHECK ("supervisions"."valid_until" is null or "supervisions"."valid_until" >= "supervisions"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "team_memberships" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"job_role_id" uuid NOT NULL,
	"band" text NOT NULL,
	"shift_pattern" text DEFAULT 'any' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "team_memberships_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "team_memberships_shift_ck" CHECK ("team_memberships"."shift_pattern" in ('any', 'days', 'nights', 'weekends')),
	CONSTRAINT "team_memberships_dates_ck" CHECK ("team_memberships"."valid_until" is null or "team_memberships"."valid_until" >= "team_memberships"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"site_id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	CONSTRAINT "teams_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"trust_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"action" text NOT NULL,
	"key" uuid NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_trust_id_staff_id_action_key_pk" PRIMARY KEY("trust_id","staff_id","action","key")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"to_staff_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "authorities" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"equipment_id" uuid,
	"document" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "authorities_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "authorities_kind_ck" CHECK ("authorities"."kind" in ('entitlement', 'scope-extension')),
	CONSTRAINT "authorities_not_self_ck" CHECK ("authorities"."recorded_by_id" <> "authorities"."staff_id"),
	CONSTRAINT "authorities_dates_ck" CHECK ("authorities"."valid_until" is null or "authorities"."valid_until" >= "authorities"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "authority_acceptances" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"authority_id" uuid NOT NULL,
	"accepted_by_id" uuid NOT NULL,
	"accepted_on" date NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "authority_acceptances_trust_id_id_pk" PRIMARY KEY("trust_id","id")
);
--> statement-breakpoint
CREATE TABLE "holding_events" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"competency_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_date" date NOT NULL,
	"expires_on" date,
	"scope" jsonb NOT NULL,
	"voids_event_id" uuid,
	"decision_id" uuid,
	"reason" text,
	"incident_reference" text,
	"recorded_by_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "holding_events_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "holding_events_kind_ck" CHECK ("holding_events"."kind" in ('granted', 'renewed', 'suspended', 'restricted', 'reinstated', 'revoked', 'voided')),
	CONSTRAINT "holding_events_not_self_ck" CHECK ("holding_events"."recorded_by_id" <> "holding_events"."staff_id"),
	CONSTRAINT "holding_events_grant_ck" CHECK ("holding_events"."kind" not in ('granted', 'renewed') or ("holding_events"."expires_on" is not null and "holding_events"."decision_id" is not null)),
	CONSTRAINT "holding_events_void_ck" CHECK (("holding_events"."kind" = 'voided') = ("holding_events"."voids_event_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "observer_exceptions" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "observer_exceptions_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "observer_exceptions_not_self_ck" CHECK ("observer_exceptions"."recorded_by_id" <> "observer_exceptions"."staff_id"),
	CONSTRAINT "observer_exceptions_dates_ck" CHECK ("observer_exceptions"."valid_until" is null or "observer_exceptions"."valid_until" >= "observer_exceptions"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "sign_off_decisions" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"owner_id" uuid NOT NULL,
	"decided_by_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"assessment_practice_id" uuid,
	"assessment_note" text,
	"signature_id" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_off_decisions_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "sign_off_decisions_whose_key" UNIQUE("trust_id","id","owner_id"),
	CONSTRAINT "sign_off_decisions_outcome_ck" CHECK ("sign_off_decisions"."outcome" in ('approve', 'return', 'decline')),
	CONSTRAINT "sign_off_decisions_not_self_ck" CHECK ("sign_off_decisions"."decided_by_id" <> "sign_off_decisions"."owner_id"),
	CONSTRAINT "sign_off_decisions_reason_ck" CHECK ("sign_off_decisions"."outcome" = 'approve' or "sign_off_decisions"."reason" is not null),
	CONSTRAINT "sign_off_decisions_assessment_ck" CHECK ("sign_off_decisions"."outcome" <> 'approve' or "sign_off_decisions"."assessment_practice_id" is not null or "sign_off_decisions"."assessment_note" is not null)
);
--> statement-breakpoint
CREATE TABLE "sign_off_requests" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"competency_id" uuid NOT NULL,
	"competency_version_id" uuid NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"round" integer NOT NULL,
	"addressed_to_id" uuid NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_off_requests_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "sign_off_requests_owner_key" UNIQUE("trust_id","id","staff_id"),
	CONSTRAINT "sign_off_requests_state_ck" CHECK ("sign_off_requests"."state" in ('draft', 'submitted', 'approved', 'returned', 'declined', 'withdrawn')),
	CONSTRAINT "sign_off_requests_not_self_ck" CHECK ("sign_off_requests"."addressed_to_id" <> "sign_off_requests"."staff_id")
);
--> statement-breakpoint
CREATE TABLE "sign_off_steps" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"round" integer NOT NULL,
	"step" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"taken_by_id" uuid NOT NULL,
	"addressed_to_id" uuid NOT NULL,
	"note" text,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_off_steps_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "sign_off_steps_step_ck" CHECK ("sign_off_steps"."step" in ('submit', 'take-over', 'approve', 'return', 'decline', 'withdraw')),
	CONSTRAINT "sign_off_steps_state_ck" CHECK ("sign_off_steps"."to_state" in ('draft', 'submitted', 'approved', 'returned', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"signing_event_id" uuid NOT NULL,
	"signer_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"signer_name" text NOT NULL,
	"capacity" text NOT NULL,
	"registration" jsonb NOT NULL,
	"meaning" text NOT NULL,
	"shown_schema" integer NOT NULL,
	"shown" text NOT NULL,
	"shown_hash" "bytea" NOT NULL,
	"exception_id" uuid,
	"demonstration" boolean NOT NULL,
	"trust_is_demo" boolean NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signatures_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "signatures_whose_key" UNIQUE("trust_id","id","signer_id","owner_id"),
	CONSTRAINT "signatures_not_self_ck" CHECK ("signatures"."signer_id" <> "signatures"."owner_id"),
	CONSTRAINT "signatures_demonstration_ck" CHECK ("signatures"."trust_is_demo" = "signatures"."demonstration"),
	CONSTRAINT "signatures_hash_ck" CHECK ("signatures"."shown_hash" = sha256(convert_to("signatures"."shown", 'UTF8')))
);
--> statement-breakpoint
CREATE TABLE "signing_events" (
	"trust_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"signer_id" uuid NOT NULL,
	"method" text NOT NULL,
	"proved_at" timestamp with time zone NOT NULL,
	"declaration_hash" "bytea" NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signing_events_trust_id_id_pk" PRIMARY KEY("trust_id","id"),
	CONSTRAINT "signing_events_whose_key" UNIQUE("trust_id","id","signer_id"),
	CONSTRAINT "signing_events_method_ck" CHECK ("signing_events"."method" in ('password', 'demonstration')),
	CONSTRAINT "signing_events_fresh_ck" CHECK ("signing_events"."signed_at" between "signing_events"."proved_at" and "signing_events"."proved_at" + interval '5 minutes')
);
--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor_approvals" ADD CONSTRAINT "assessor_approvals_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor_approvals" ADD CONSTRAINT "assessor_approvals_framework_fk" FOREIGN KEY ("trust_id","framework_id") REFERENCES "public"."frameworks"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor_approvals" ADD CONSTRAINT "assessor_approvals_competency_fk" FOREIGN KEY ("trust_id","competency_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessor_approvals" ADD CONSTRAINT "assessor_approvals_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."assessor_approvals"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competencies" ADD CONSTRAINT "competencies_framework_fk" FOREIGN KEY ("trust_id","framework_id") REFERENCES "public"."frameworks"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_groups" ADD CONSTRAINT "competency_groups_version_fk" FOREIGN KEY ("trust_id","framework_version_id") REFERENCES "public"."framework_versions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_version_prerequisites" ADD CONSTRAINT "competency_version_prerequisites_version_fk" FOREIGN KEY ("trust_id","competency_version_id") REFERENCES "public"."competency_versions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_version_prerequisites" ADD CONSTRAINT "competency_version_prerequisites_competency_fk" FOREIGN KEY ("trust_id","prerequisite_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_version_theory" ADD CONSTRAINT "competency_version_theory_version_fk" FOREIGN KEY ("trust_id","competency_version_id") REFERENCES "public"."competency_versions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_version_theory" ADD CONSTRAINT "competency_version_theory_item_fk" FOREIGN KEY ("trust_id","theory_item_id") REFERENCES "public"."theory_items"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_versions" ADD CONSTRAINT "competency_versions_competency_fk" FOREIGN KEY ("trust_id","competency_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_versions" ADD CONSTRAINT "competency_versions_version_fk" FOREIGN KEY ("trust_id","framework_version_id") REFERENCES "public"."framework_versions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competency_versions" ADD CONSTRAINT "competency_versions_group_fk" FOREIGN KEY ("trust_id","group_id") REFERENCES "public"."competency_groups"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_team_fk" FOREIGN KEY ("trust_id","team_id") REFERENCES "public"."teams"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_competency_fk" FOREIGN KEY ("trust_id","competency_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "covers" ADD CONSTRAINT "covers_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."covers"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_versions" ADD CONSTRAINT "framework_versions_framework_fk" FOREIGN KEY ("trust_id","framework_id") REFERENCES "public"."frameworks"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_versions" ADD CONSTRAINT "framework_versions_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."framework_versions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frameworks" ADD CONSTRAINT "frameworks_recorded_by_fk" FOREIGN KEY ("trust_id","recorded_by_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_team_fk" FOREIGN KEY ("trust_id","team_id") REFERENCES "public"."teams"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_job_role_fk" FOREIGN KEY ("trust_id","job_role_id") REFERENCES "public"."job_roles"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_competency_fk" FOREIGN KEY ("trust_id","competency_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."requirements"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_comments" ADD CONSTRAINT "practice_comments_practice_fk" FOREIGN KEY ("trust_id","practice_id") REFERENCES "public"."practices"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_comments" ADD CONSTRAINT "practice_comments_by_fk" FOREIGN KEY ("trust_id","recorded_by_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_responses" ADD CONSTRAINT "practice_responses_practice_fk" FOREIGN KEY ("trust_id","practice_id","staff_id","responded_by_id") REFERENCES "public"."practices"("trust_id","id","staff_id","observer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_responses" ADD CONSTRAINT "practice_responses_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_responses" ADD CONSTRAINT "practice_responses_by_fk" FOREIGN KEY ("trust_id","responded_by_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_withdrawals" ADD CONSTRAINT "practice_withdrawals_practice_fk" FOREIGN KEY ("trust_id","practice_id") REFERENCES "public"."practices"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_withdrawals" ADD CONSTRAINT "practice_withdrawals_by_fk" FOREIGN KEY ("trust_id","withdrawn_by_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_competency_fk" FOREIGN KEY ("trust_id","competency_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_version_fk" FOREIGN KEY ("trust_id","competency_version_id") REFERENCES "public"."competency_versions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_setting_fk" FOREIGN KEY ("trust_id","setting_id") REFERENCES "public"."settings"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_equipment_fk" FOREIGN KEY ("trust_id","equipment_id") REFERENCES "public"."equipment"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_observer_fk" FOREIGN KEY ("trust_id","observer_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practices" ADD CONSTRAINT "practices_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."practices"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_completions" ADD CONSTRAINT "theory_completions_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_completions" ADD CONSTRAINT "theory_completions_item_fk" FOREIGN KEY ("trust_id","theory_item_id") REFERENCES "public"."theory_items"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theory_completions" ADD CONSTRAINT "theory_completions_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."theory_completions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "condition_clearances" ADD CONSTRAINT "condition_clearances_check_fk" FOREIGN KEY ("trust_id","registration_check_id") REFERENCES "public"."registration_checks"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "condition_clearances" ADD CONSTRAINT "condition_clearances_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."condition_clearances"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_site_fk" FOREIGN KEY ("trust_id","site_id") REFERENCES "public"."sites"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."equipment"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_views" ADD CONSTRAINT "record_views_subject_fk" FOREIGN KEY ("trust_id","subject_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_views" ADD CONSTRAINT "record_views_viewer_fk" FOREIGN KEY ("trust_id","viewer_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_checks" ADD CONSTRAINT "registration_checks_registration_fk" FOREIGN KEY ("trust_id","registration_id") REFERENCES "public"."registrations"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."registrations"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_site_fk" FOREIGN KEY ("trust_id","site_id") REFERENCES "public"."sites"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_members" ADD CONSTRAINT "staff_members_trust_fk" FOREIGN KEY ("trust_id") REFERENCES "public"."trusts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_team_fk" FOREIGN KEY ("trust_id","team_id") REFERENCES "public"."teams"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."staff_roles"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_supervisor_fk" FOREIGN KEY ("trust_id","supervisor_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_learner_fk" FOREIGN KEY ("trust_id","learner_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisions" ADD CONSTRAINT "supervisions_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."supervisions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_memberships" ADD CONSTRAINT "team_memberships_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_memberships" ADD CONSTRAINT "team_memberships_team_fk" FOREIGN KEY ("trust_id","team_id") REFERENCES "public"."teams"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_memberships" ADD CONSTRAINT "team_memberships_job_role_fk" FOREIGN KEY ("trust_id","job_role_id") REFERENCES "public"."job_roles"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_memberships" ADD CONSTRAINT "team_memberships_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."team_memberships"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_parent_fk" FOREIGN KEY ("trust_id","parent_id") REFERENCES "public"."teams"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_site_fk" FOREIGN KEY ("trust_id","site_id") REFERENCES "public"."sites"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_to_fk" FOREIGN KEY ("trust_id","to_staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorities" ADD CONSTRAINT "authorities_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorities" ADD CONSTRAINT "authorities_competency_fk" FOREIGN KEY ("trust_id","competency_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorities" ADD CONSTRAINT "authorities_equipment_fk" FOREIGN KEY ("trust_id","equipment_id") REFERENCES "public"."equipment"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorities" ADD CONSTRAINT "authorities_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."authorities"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority_acceptances" ADD CONSTRAINT "authority_acceptances_authority_fk" FOREIGN KEY ("trust_id","authority_id") REFERENCES "public"."authorities"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authority_acceptances" ADD CONSTRAINT "authority_acceptances_by_fk" FOREIGN KEY ("trust_id","accepted_by_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_competency_fk" FOREIGN KEY ("trust_id","competency_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_version_fk" FOREIGN KEY ("trust_id","competency_version_id") REFERENCES "public"."competency_versions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_voids_fk" FOREIGN KEY ("trust_id","voids_event_id") REFERENCES "public"."holding_events"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_decision_fk" FOREIGN KEY ("trust_id","decision_id","staff_id") REFERENCES "public"."sign_off_decisions"("trust_id","id","owner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_by_fk" FOREIGN KEY ("trust_id","recorded_by_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observer_exceptions" ADD CONSTRAINT "observer_exceptions_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observer_exceptions" ADD CONSTRAINT "observer_exceptions_competency_fk" FOREIGN KEY ("trust_id","competency_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observer_exceptions" ADD CONSTRAINT "observer_exceptions_supersedes_fk" FOREIGN KEY ("trust_id","supersedes_id") REFERENCES "public"."observer_exceptions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_decisions" ADD CONSTRAINT "sign_off_decisions_request_fk" FOREIGN KEY ("trust_id","request_id","owner_id") REFERENCES "public"."sign_off_requests"("trust_id","id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_decisions" ADD CONSTRAINT "sign_off_decisions_owner_fk" FOREIGN KEY ("trust_id","owner_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_decisions" ADD CONSTRAINT "sign_off_decisions_by_fk" FOREIGN KEY ("trust_id","decided_by_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_decisions" ADD CONSTRAINT "sign_off_decisions_practice_fk" FOREIGN KEY ("trust_id","assessment_practice_id") REFERENCES "public"."practices"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_decisions" ADD CONSTRAINT "sign_off_decisions_signature_fk" FOREIGN KEY ("trust_id","signature_id","decided_by_id","owner_id") REFERENCES "public"."signatures"("trust_id","id","signer_id","owner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_requests" ADD CONSTRAINT "sign_off_requests_staff_fk" FOREIGN KEY ("trust_id","staff_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_requests" ADD CONSTRAINT "sign_off_requests_competency_fk" FOREIGN KEY ("trust_id","competency_id") REFERENCES "public"."competencies"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_requests" ADD CONSTRAINT "sign_off_requests_version_fk" FOREIGN KEY ("trust_id","competency_version_id") REFERENCES "public"."competency_versions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_requests" ADD CONSTRAINT "sign_off_requests_addressed_fk" FOREIGN KEY ("trust_id","addressed_to_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_steps" ADD CONSTRAINT "sign_off_steps_request_fk" FOREIGN KEY ("trust_id","request_id") REFERENCES "public"."sign_off_requests"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_steps" ADD CONSTRAINT "sign_off_steps_by_fk" FOREIGN KEY ("trust_id","taken_by_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_steps" ADD CONSTRAINT "sign_off_steps_addressed_fk" FOREIGN KEY ("trust_id","addressed_to_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_event_fk" FOREIGN KEY ("trust_id","signing_event_id","signer_id") REFERENCES "public"."signing_events"("trust_id","id","signer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_signer_fk" FOREIGN KEY ("trust_id","signer_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_owner_fk" FOREIGN KEY ("trust_id","owner_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_exception_fk" FOREIGN KEY ("trust_id","exception_id") REFERENCES "public"."observer_exceptions"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_trust_fk" FOREIGN KEY ("trust_id","trust_is_demo") REFERENCES "public"."trusts"("id","is_demo") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_events" ADD CONSTRAINT "signing_events_signer_fk" FOREIGN KEY ("trust_id","signer_id") REFERENCES "public"."staff_members"("trust_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "trusts_ods_code_key" ON "trusts" USING btree ("ods_code");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_prev_key" ON "audit_entries" USING btree ("trust_id","stream","prev_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_leaves_entry_key" ON "audit_leaves" USING btree ("trust_id","stream","seq");--> statement-breakpoint
CREATE INDEX "assessor_approvals_staff_idx" ON "assessor_approvals" USING btree ("trust_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessor_approvals_supersedes_key" ON "assessor_approvals" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "competencies_code_key" ON "competencies" USING btree ("trust_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "competency_groups_code_key" ON "competency_groups" USING btree ("trust_id","framework_version_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "competency_versions_key" ON "competency_versions" USING btree ("trust_id","competency_id","framework_version_id");--> statement-breakpoint
CREATE INDEX "covers_team_idx" ON "covers" USING btree ("trust_id","team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "covers_supersedes_key" ON "covers" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE INDEX "framework_versions_framework_idx" ON "framework_versions" USING btree ("trust_id","framework_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_versions_supersedes_key" ON "framework_versions" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "frameworks_code_key" ON "frameworks" USING btree ("trust_id","code");--> statement-breakpoint
CREATE INDEX "requirements_team_idx" ON "requirements" USING btree ("trust_id","team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "requirements_supersedes_key" ON "requirements" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "theory_items_name_key" ON "theory_items" USING btree ("trust_id","name");--> statement-breakpoint
CREATE INDEX "practice_comments_practice_idx" ON "practice_comments" USING btree ("trust_id","practice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_responses_practice_key" ON "practice_responses" USING btree ("trust_id","practice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_withdrawals_practice_key" ON "practice_withdrawals" USING btree ("trust_id","practice_id");--> statement-breakpoint
CREATE INDEX "practices_staff_idx" ON "practices" USING btree ("trust_id","staff_id","competency_id");--> statement-breakpoint
CREATE INDEX "practices_observer_idx" ON "practices" USING btree ("trust_id","observer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "practices_supersedes_key" ON "practices" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE INDEX "theory_completions_staff_idx" ON "theory_completions" USING btree ("trust_id","staff_id","theory_item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "theory_completions_supersedes_key" ON "theory_completions" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE INDEX "condition_clearances_check_idx" ON "condition_clearances" USING btree ("trust_id","registration_check_id");--> statement-breakpoint
CREATE UNIQUE INDEX "condition_clearances_supersedes_key" ON "condition_clearances" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE INDEX "equipment_code_idx" ON "equipment" USING btree ("trust_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "equipment_supersedes_key" ON "equipment" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_roles_code_key" ON "job_roles" USING btree ("trust_id","code");--> statement-breakpoint
CREATE INDEX "registration_checks_registration_idx" ON "registration_checks" USING btree ("trust_id","registration_id");--> statement-breakpoint
CREATE INDEX "registrations_staff_idx" ON "registrations" USING btree ("trust_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_supersedes_key" ON "registrations" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "settings_code_key" ON "settings" USING btree ("trust_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "sites_code_key" ON "sites" USING btree ("trust_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_members_account_key" ON "staff_members" USING btree ("trust_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_members_number_key" ON "staff_members" USING btree ("trust_id","employee_number");--> statement-breakpoint
CREATE INDEX "staff_members_name_idx" ON "staff_members" USING btree ("trust_id","search_name");--> statement-breakpoint
CREATE INDEX "staff_members_account_idx" ON "staff_members" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "staff_roles_staff_idx" ON "staff_roles" USING btree ("trust_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_roles_supersedes_key" ON "staff_roles" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE INDEX "supervisions_supervisor_idx" ON "supervisions" USING btree ("trust_id","supervisor_id");--> statement-breakpoint
CREATE INDEX "supervisions_learner_idx" ON "supervisions" USING btree ("trust_id","learner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supervisions_supersedes_key" ON "supervisions" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE INDEX "team_memberships_staff_idx" ON "team_memberships" USING btree ("trust_id","staff_id");--> statement-breakpoint
CREATE INDEX "team_memberships_team_idx" ON "team_memberships" USING btree ("trust_id","team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_memberships_supersedes_key" ON "team_memberships" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_code_key" ON "teams" USING btree ("trust_id","code");--> statement-breakpoint
CREATE INDEX "outbox_unsent_idx" ON "outbox" USING btree ("trust_id","sent_at");--> statement-breakpoint
CREATE INDEX "authorities_staff_idx" ON "authorities" USING btree ("trust_id","staff_id","competency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "authorities_supersedes_key" ON "authorities" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "authority_acceptances_authority_key" ON "authority_acceptances" USING btree ("trust_id","authority_id");--> statement-breakpoint
CREATE INDEX "holding_events_staff_idx" ON "holding_events" USING btree ("trust_id","staff_id","competency_id");--> statement-breakpoint
CREATE INDEX "holding_events_competency_idx" ON "holding_events" USING btree ("trust_id","competency_id");--> statement-breakpoint
CREATE INDEX "observer_exceptions_staff_idx" ON "observer_exceptions" USING btree ("trust_id","staff_id","competency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "observer_exceptions_supersedes_key" ON "observer_exceptions" USING btree ("trust_id","supersedes_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_decisions_round_key" ON "sign_off_decisions" USING btree ("trust_id","request_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_requests_open_key" ON "sign_off_requests" USING btree ("trust_id","staff_id","competency_id") WHERE "sign_off_requests"."state" in ('draft', 'submitted', 'returned');--> statement-breakpoint
CREATE INDEX "sign_off_requests_queue_idx" ON "sign_off_requests" USING btree ("trust_id","addressed_to_id","state");--> statement-breakpoint
CREATE INDEX "sign_off_requests_staff_idx" ON "sign_off_requests" USING btree ("trust_id","staff_id","competency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_off_steps_number_key" ON "sign_off_steps" USING btree ("trust_id","request_id","number");