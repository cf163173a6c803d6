import type { z } from "zod";

/** The forms that are checked before they are sent, each by the schema that its action uses too. */
export const checkedForms = {
  practice: async () => (await import("@/lib/sign-off/request/with-practice/schema")).practiceForm,
  "watched-practice": async () => (await import("@/lib/evidence/schema")).directPracticeInput,
  decision: async () => (await import("@/lib/sign-off/decision/schema")).decisionForm,
} as const satisfies Record<string, () => Promise<z.ZodType>>;

export type CheckedForm = keyof typeof checkedForms;
