import type { z } from "zod";

interface Checks {
  schema: () => Promise<z.ZodType>;
  /**
   * Checked whole before it is sent, as where a password would have to be typed again. Elsewhere the server, which
   * knows of more mistakes than the schema, says all of them at once.
   */
  beforeSending: boolean;
}

/** The forms that are checked on the page too, each by the schema that its action uses. */
export const checkedForms = {
  practice: {
    schema: async () => (await import("@/lib/sign-off/request/with-practice/schema")).practiceForm,
    beforeSending: false,
  },
  "watched-practice": {
    schema: async () => (await import("@/lib/evidence/schema")).directPracticeInput,
    beforeSending: false,
  },
  decision: {
    schema: async () => (await import("@/lib/sign-off/decision/schema")).decisionForm,
    beforeSending: true,
  },
} as const satisfies Record<string, Checks>;

export type CheckedForm = keyof typeof checkedForms;
