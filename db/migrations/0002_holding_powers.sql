-- Reinstatements are signed; a sign-off is voided once, and for its own record; an exception is the person's own.
ALTER TABLE "holding_events" ADD COLUMN "signature_id" uuid;--> statement-breakpoint
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_whose_key" UNIQUE("trust_id","id","staff_id","competency_id");--> statement-breakpoint
ALTER TABLE "observer_exceptions" ADD CONSTRAINT "observer_exceptions_whose_key" UNIQUE("trust_id","id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "holding_events_voids_key" ON "holding_events" USING btree ("trust_id","voids_event_id");--> statement-breakpoint
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_voids_whose_fk" FOREIGN KEY ("trust_id","voids_event_id","staff_id","competency_id") REFERENCES "public"."holding_events"("trust_id","id","staff_id","competency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_signature_fk" FOREIGN KEY ("trust_id","signature_id","recorded_by_id","staff_id") REFERENCES "public"."signatures"("trust_id","id","signer_id","owner_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_exception_whose_fk" FOREIGN KEY ("trust_id","exception_id","owner_id") REFERENCES "public"."observer_exceptions"("trust_id","id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was reinstated before signatures were asked for stays as it was written: the rule is for new rows.
ALTER TABLE "holding_events" ADD CONSTRAINT "holding_events_signed_ck" CHECK (("holding_events"."signature_id" is not null) = ("holding_events"."kind" = 'reinstated')) NOT VALID;--> statement-breakpoint
ALTER TABLE "observer_exceptions" ADD CONSTRAINT "observer_exceptions_until_ck" CHECK ("observer_exceptions"."valid_until" is not null) NOT VALID;--> statement-breakpoint
-- The final assessment is practice that the signer watched; the person themselves accepts.
ALTER TABLE "authorities" ADD CONSTRAINT "authorities_whose_key" UNIQUE("trust_id","id","staff_id");--> statement-breakpoint
ALTER TABLE "authority_acceptances" ADD CONSTRAINT "authority_acceptances_whose_fk" FOREIGN KEY ("trust_id","authority_id","accepted_by_id") REFERENCES "public"."authorities"("trust_id","id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_off_decisions" ADD CONSTRAINT "sign_off_decisions_practice_whose_fk" FOREIGN KEY ("trust_id","assessment_practice_id","owner_id","decided_by_id") REFERENCES "public"."practices"("trust_id","id","staff_id","observer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- The keys above say the same and more.
ALTER TABLE "authority_acceptances" DROP CONSTRAINT "authority_acceptances_authority_fk";--> statement-breakpoint
ALTER TABLE "sign_off_decisions" DROP CONSTRAINT "sign_off_decisions_practice_fk";--> statement-breakpoint
ALTER TABLE "holding_events" DROP CONSTRAINT "holding_events_voids_fk";--> statement-breakpoint
ALTER TABLE "signatures" DROP CONSTRAINT "signatures_exception_fk";--> statement-breakpoint
-- A request can be saved for later, which is a step of its own.
ALTER TABLE "sign_off_steps" DROP CONSTRAINT "sign_off_steps_step_ck";--> statement-breakpoint
ALTER TABLE "sign_off_steps" ADD CONSTRAINT "sign_off_steps_step_ck" CHECK ("sign_off_steps"."step" in ('draft', 'submit', 'take-over', 'approve', 'return', 'decline', 'withdraw'));
