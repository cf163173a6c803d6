import type { z } from "zod";
import type { FormError, FormState } from "@/components/forms/form-state";
import type { ReadForm } from "@/components/forms/read-form";
import type { Refusal } from "@/lib/platform/refusals";
import { refusalSentence } from "../words";

/** The same key goes back: nothing was saved under it, or, after a fault, nobody knows and it must stay the same. */
export function answered({ values, formKey }: ReadForm): FormState {
  return { errors: [], values, formKey };
}

/** What was typed, and everything that it was not saved for. */
export function refused(refusal: Refusal, typed: ReadForm): FormState {
  return { ...answered(typed), errors: refusalErrors(refusal) };
}

export function refusalErrors(refusal: Refusal): FormError[] {
  return [refusal, ...refusal.others].map((one) => ({
    field: one.field ?? null,
    message: refusalSentence(one),
  }));
}

export function fieldErrors({ issues }: z.ZodError): FormError[] {
  return onePerField(
    issues.map(({ path, message }) => ({ field: path[0] === undefined ? null : String(path[0]), message })),
  );
}

/** One message a field, in the order in which they stand on the page; first what concerns the form as a whole. */
export function inOrderOf(fields: readonly string[], errors: readonly FormError[]): FormError[] {
  const place = ({ field }: FormError) => {
    if (field === null) return -1;
    return fields.includes(field) ? fields.indexOf(field) : fields.length;
  };
  return onePerField(errors).toSorted((one, other) => place(one) - place(other));
}

function onePerField(errors: readonly FormError[]): FormError[] {
  const isFirst = ({ field }: FormError, index: number) =>
    errors.findIndex((other) => other.field === field) === index;
  return errors.filter(isFirst);
}
