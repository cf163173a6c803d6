import type { z } from "zod";
import type { FormState } from "@/components/forms/form-state";
import type { ReadForm } from "@/components/forms/read-form";
import type { Refusal } from "@/lib/platform/refusals";
import { refusalSentence } from "./words";

/** The same key goes back: nothing was saved under it, or, after a fault, nobody knows and it must stay the same. */
export function answered({ values, formKey }: ReadForm): FormState {
  return { errors: [], values, formKey };
}

/** What was typed, and why it was not saved. */
export function refused(refusal: Refusal, typed: ReadForm): FormState {
  return {
    ...answered(typed),
    errors: [{ field: refusal.field ?? null, message: refusalSentence(refusal) }],
  };
}

/** One message a field, in the order of the schema. */
export function fieldErrors({ issues }: z.ZodError): FormState["errors"] {
  const first = new Map<string | null, string>();
  for (const { path, message } of issues) {
    const field = path[0] === undefined ? null : String(path[0]);
    if (!first.has(field)) first.set(field, message);
  }
  return [...first].map(([field, message]) => ({ field, message }));
}
