import { z } from "zod";
import { isIsoDate } from "./dates";
import { findIdentifiable, type IdentifiableKind } from "./patient-data";

const identifiableWords: Record<IdentifiableKind, string> = {
  "nhs-number": "This looks like an NHS number. Take it out: nothing here may identify a patient",
  "date-of-birth": "This looks like a date of birth. Take it out: nothing here may identify a patient",
};

/** A day composed as YYYY-MM-DD. */
export function isoDate(message: string) {
  return z.string({ error: message }).trim().refine(isIsoDate, message);
}

/** The identifier of a record that was chosen from a list. */
export function identifier(message: string) {
  return z.uuid({ error: message });
}

/** The same where nothing needs to be chosen: an empty field is null. */
export function optionalIdentifier(message: string) {
  return z.preprocess(emptyToNull, z.uuid({ error: message }).nullable());
}

/** One of the words, chosen from a list, where nothing needs to be chosen: an empty field is null. */
export function optionalChoice<const Words extends readonly [string, ...string[]]>(
  words: Words,
  message: string,
) {
  return z.preprocess(emptyToNull, z.enum(words, { error: message }).nullable());
}

/** A whole number as a form sends it; an empty field is refused, never nought. */
export function wholeNumber(from: number, to: number, message: string) {
  return z.preprocess(
    (value) => (typeof value === "string" && /^\s*\d+\s*$/.test(value) ? Number(value) : value),
    z.int({ error: message }).min(from, message).max(to, message),
  );
}

/** A tick box or a yes/no radio: forms send "on" or "yes", or nothing at all. */
export function tickBox() {
  return z.preprocess(
    (value) => value === true || ["on", "yes", "true"].includes(String(value)),
    z.boolean(),
  );
}

/** Text that people write, which must not identify a patient. */
export function freeText(max: number) {
  return z
    .string({ error: "Enter some text" })
    .transform(tidy)
    .pipe(
      z
        .string()
        .max(max, { error: `Use ${max} characters or fewer`, abort: true })
        .superRefine(refuseIdentifiable),
    );
}

/** Free text that has to be there. */
export function requiredText(max: number, message: string) {
  return z.preprocess((value) => value ?? "", freeText(max).pipe(z.string().min(1, message)));
}

/** Free text that may be left out: an empty field is null. */
export function optionalText(max: number) {
  return z.preprocess(emptyToNull, freeText(max).nullable());
}

function refuseIdentifiable(text: string, context: z.RefinementCtx): void {
  for (const kind of findIdentifiable(text)) {
    context.addIssue({ code: "custom", message: identifiableWords[kind] });
  }
}

// Browsers send line ends as CR LF. Control characters, of which PostgreSQL's text refuses the null, and those that
// turn the direction of writing could make a signer read something else than was typed.
function tidy(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim();
}

function emptyToNull(value: unknown): unknown {
  return value === undefined || (typeof value === "string" && value.trim() === "") ? null : value;
}
