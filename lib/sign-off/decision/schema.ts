import { z } from "zod";
import { passwordInput } from "@/lib/auth/schema";
import { identifier, requiredText, wholeNumber } from "@/lib/platform/schema";

const lookAgain = "Open the request again, so that you decide on what is there now";

const seen = {
  requestId: identifier("Choose the request from your list"),
  seenVersion: wholeNumber(0, 2_147_483_647, lookAgain),
  seenEvidenceHash: z.string({ error: lookAgain }).regex(/^[0-9a-f]{64}$/, lookAgain),
};

const approval = z.discriminatedUnion(
  "finalAssessment",
  [
    z.object({
      ...seen,
      outcome: z.literal("approve"),
      finalAssessment: z.literal("direct-observation"),
      assessmentPracticeId: identifier("Select the practice that you watched as the final assessment"),
      assessmentNote: z.null().default(null),
      password: passwordInput,
    }),
    z.object({
      ...seen,
      outcome: z.literal("approve"),
      finalAssessment: z.literal("professional-discussion"),
      assessmentPracticeId: z.null().default(null),
      assessmentNote: requiredText(2000, "Enter what you discussed, and what it showed"),
      password: passwordInput,
    }),
  ],
  { error: lookAgain },
);

/**
 * What the form of a decision sends: each outcome with all that it needs, in the form's order, so that everything
 * wrong is said at once. Which final assessment is asked for is the form's word; the command checks it again.
 */
export const decisionForm = z.discriminatedUnion(
  "outcome",
  [
    approval,
    z.object({
      ...seen,
      outcome: z.literal("return"),
      missing: requiredText(1000, "Enter what is missing, so that they know what to do next"),
      password: passwordInput,
    }),
    z.object({
      ...seen,
      outcome: z.literal("decline"),
      reason: requiredText(1000, "Enter the reason for declining"),
      password: passwordInput,
    }),
  ],
  { error: "Select whether you approve, return or decline" },
);

type DecisionForm = z.output<typeof decisionForm>;

interface Assessed {
  assessmentPracticeId: string | null;
  assessmentNote: string | null;
}

type WithoutSecret<Each> = Each extends { outcome: "approve" }
  ? Omit<Each, "password" | "finalAssessment" | keyof Assessed> & Assessed
  : Omit<Each, "password">;

/** A decision as the command takes it: the password was proved before the transaction. */
export type Decision = DecisionForm extends infer Each
  ? Each extends unknown
    ? WithoutSecret<Each>
    : never
  : never;
