import { z } from "zod";
import { identifier, isoDate, optionalText, requiredText } from "@/lib/platform/schema";
import { registrationOutcomes } from "./rules";

const emptyIsNull = (value: unknown) => (value === undefined || value === "" ? null : value);

/** What was found on the public register. `effectiveOn` left out means today. */
export const registrationCheckInput = z.object({
  registrationId: identifier("Select a registration"),
  outcome: z.enum(registrationOutcomes, { error: "Select what you found on the register" }),
  nextCheckDueOn: isoDate("Enter the last day on which this check counts"),
  conditions: optionalText(1000),
  effectiveOn: z.preprocess(emptyIsNull, isoDate("Enter a real day, or leave it empty").nullable()),
});
export type RegistrationCheckInput = z.infer<typeof registrationCheckInput>;

export const conditionClearanceInput = z.object({
  registrationCheckId: identifier("Select a registration check"),
  reason: requiredText(1000, "Enter why the conditions do not bear on assessing"),
  validUntil: z.preprocess(emptyIsNull, isoDate("Enter a real day, or leave it empty").nullable()),
});
export type ConditionClearanceInput = z.infer<typeof conditionClearanceInput>;

/** Ends a dated fact. `validUntil` is the first day on which it no longer holds; left out, today. */
export const endFactInput = z.object({
  id: identifier("Select what is to end"),
  validUntil: z.preprocess(emptyIsNull, isoDate("Enter a real day, or leave it empty").nullable()),
});
export type EndFactInput = z.infer<typeof endFactInput>;
