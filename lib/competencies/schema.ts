import { z } from "zod";
import { shiftPatterns } from "@/lib/people/rules";
import { endFactInput } from "@/lib/people/schema";
import { identifier, isoDate, optionalIdentifier, wholeNumber } from "@/lib/platform/schema";
import { requirementKinds } from "./rules";

export const adoptFrameworkInput = z.object({
  frameworkCode: z.string({ error: "Select a framework" }).trim().min(1, "Select a framework"),
});
export type AdoptFrameworkInput = z.infer<typeof adoptFrameworkInput>;

/** `dueDays` after start; 0 is induction, due from day one. */
export const requirementInput = z.object({
  teamId: identifier("Select a team"),
  jobRoleId: identifier("Select a job role"),
  competencyId: identifier("Select a competency"),
  kind: z.enum(requirementKinds, { error: "Select whether it is mandatory or optional" }),
  dueDays: wholeNumber(0, 1095, "Enter by how many days after start it is due, from 0 to 1095"),
  validFrom: isoDate("Enter the day from which it is required"),
});
export type RequirementInput = z.infer<typeof requirementInput>;

export const coverInput = z.object({
  teamId: identifier("Select a team"),
  competencyId: identifier("Select a competency"),
  shiftPattern: z.enum(shiftPatterns, { error: "Select a shift" }),
  minimum: wholeNumber(1, 99, "Enter how many people the team needs, from 1 to 99"),
  validFrom: isoDate("Enter the day from which it is needed"),
});
export type CoverInput = z.infer<typeof coverInput>;

/** Ends what a team requires or needs; the team says which page to go back to. */
export const endTeamRuleInput = endFactInput.extend({ teamId: identifier("Select a team") });

/** Approves an assessor for one framework or for one competency, never both. */
export const assessorApprovalInput = z
  .object({
    staffId: identifier("Select who is to assess"),
    frameworkId: optionalIdentifier("Select a framework"),
    competencyId: optionalIdentifier("Select a competency"),
    validFrom: isoDate("Enter the day from which the approval holds"),
    validUntil: z.preprocess(
      (value) => (value === undefined || value === "" ? null : value),
      isoDate("Enter a real day, or leave it empty").nullable(),
    ),
  })
  .superRefine((input, context) => {
    if ((input.frameworkId === null) === (input.competencyId === null)) {
      context.addIssue({
        code: "custom",
        path: ["frameworkId"],
        message: "Select either a framework or a competency",
      });
    }
    if (input.validUntil !== null && input.validUntil <= input.validFrom) {
      context.addIssue({
        code: "custom",
        path: ["validUntil"],
        message: "The approval has to end after it begins",
      });
    }
  });
export type AssessorApprovalInput = z.infer<typeof assessorApprovalInput>;
