import { z } from "zod";
import { supervisionLevels } from "@/lib/competencies/rules";
import {
  identifier,
  isoDate,
  optionalChoice,
  optionalIdentifier,
  optionalText,
  requiredText,
  tickBox,
  wholeNumber,
} from "@/lib/platform/schema";
import { practiceOutcomes } from "./rules";

/** In the order of the form. */
const practiceFields = {
  competencyId: identifier("Select a competency"),
  outcome: z.enum(practiceOutcomes, { error: "Select how it went" }),
  performedOn: isoDate("Enter the day you did it, like 14 5 2026"),
  settingId: identifier("Select where you did it"),
  equipmentId: optionalIdentifier("Select the equipment you used"),
  supervision: z.enum(supervisionLevels, { error: "Select how closely you were watched" }),
  observerId: identifier("Select who watched you"),
  performances: wholeNumber(1, 50, "Enter how many you did, from 1 to 50"),
  simulated: tickBox(),
  note: optionalText(1000),
  incidentReference: optionalText(60),
};

export const practiceInput = z.object(practiceFields);
export type PracticeInput = z.infer<typeof practiceInput>;

/** A draft may leave open how it went; it is asked for when the draft is sent. */
export const practiceDraftInput = practiceInput.extend({
  outcome: optionalChoice(practiceOutcomes, "Select how it went"),
});
export type PracticeDraftInput = z.infer<typeof practiceDraftInput>;

/** A supervisor records what they watched: they are the observer. */
export const directPracticeInput = z
  .object(practiceFields)
  .omit({ observerId: true })
  .extend({
    staffId: identifier("Select whom you watched"),
    performedOn: isoDate("Enter the day they did it, like 14 5 2026"),
    settingId: identifier("Select where they did it"),
    equipmentId: optionalIdentifier("Select the equipment they used"),
    supervision: z.enum(supervisionLevels, { error: "Select how closely you watched" }),
    performances: wholeNumber(1, 50, "Enter how many they did, from 1 to 50"),
  });
export type DirectPracticeInput = z.infer<typeof directPracticeInput>;

export const practiceAnswers = ["confirm", "refuse"] as const;

export const practiceResponseInput = z
  .object({
    practiceId: identifier("Select the practice to answer"),
    answer: z.enum(practiceAnswers, { error: "Select whether you confirm this practice" }),
    reason: optionalText(1000),
  })
  .superRefine(({ answer, reason }, context) => {
    if (answer === "refuse" && reason === null) {
      context.addIssue({
        code: "custom",
        path: ["reason"],
        message: "Say why you can't confirm this, so that they know what to do",
      });
    }
  });
export type PracticeResponseInput = z.infer<typeof practiceResponseInput>;

/** The reason is asked for once the practice was confirmed; the command knows whether it was. */
export const practiceWithdrawalInput = z.object({
  practiceId: identifier("Select the practice to withdraw"),
  reason: optionalText(1000),
});
export type PracticeWithdrawalInput = z.infer<typeof practiceWithdrawalInput>;

export const practiceCommentInput = z.object({
  practiceId: identifier("Select the practice to comment on"),
  text: requiredText(1000, "Enter your comment"),
});
export type PracticeCommentInput = z.infer<typeof practiceCommentInput>;

export const theoryCompletionInput = z.object({
  staffId: identifier("Select who completed it"),
  theoryItemId: identifier("Select what they completed"),
  completedOn: isoDate("Enter the day they completed it, like 14 5 2026"),
});
export type TheoryCompletionInput = z.infer<typeof theoryCompletionInput>;
