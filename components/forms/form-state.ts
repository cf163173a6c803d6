export interface FormError {
  /** The field's name; null for what concerns the form as a whole. */
  field: string | null;
  message: string;
}

/** What a form's action answers when it does not lead elsewhere. JSON-safe. */
export interface FormState {
  errors: FormError[];
  /** What was typed, never a secret; empty before the first answer. */
  values: Record<string, string | string[]>;
  /** A new idempotency key, where the one sent has been used up. */
  formKey?: string;
  notice?: { message: string; href?: string; linkText?: string };
  /** The session had ended: what was typed, encrypted; the person proves who they are and gets the form back. */
  signIn?: { sealed: string };
  /** Errors and notice stand at the top of the page already. */
  shownAbove?: boolean;
}

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

export const pristine: FormState = { errors: [], values: {} };

/** Names of the fields that every form's action knows. */
export const formKeyField = "formKey";
export const formIdPrefixField = "formIdPrefix";
export const signInFields = {
  sealed: "signInSealed",
  email: "signInEmail",
  password: "signInPassword",
} as const;

const dateParts = ["day", "month", "year"] as const;

/** The id of the field with this name. A date's first part has the date's own id, as the first radio has its group's. */
export function fieldId(name: string, prefix?: string): string {
  const id = prefix ? `${prefix}-${name}` : name;
  return id.endsWith("-day") ? id.slice(0, -"-day".length) : id;
}

/** The field that a control belongs to: "performedOn" for its "performedOn-month". */
export function baseName(name: string): string {
  const suffix = dateParts.map((part) => `-${part}`).find((ending) => name.endsWith(ending)) ?? "";
  return name.slice(0, name.length - suffix.length);
}

/** The first message for a field; for a date also one for any of its parts. */
export function errorFor(state: FormState, name: string): string | undefined {
  const names = [name, ...dateParts.map((part) => `${name}-${part}`)];
  return state.errors.find(({ field }) => field !== null && names.includes(field))?.message;
}

/** What to show in a field: once the form has been answered, what was typed, even if that was nothing. */
export function valueFor(state: FormState, name: string, given: string | undefined): string | undefined {
  const value = state.values[name];
  if (value === undefined) return isAnswered(state) ? "" : given;
  return typeof value === "string" ? value : value[0];
}

export function valuesFor(state: FormState, name: string, given: readonly string[]): readonly string[] {
  const value = state.values[name];
  if (value === undefined) return isAnswered(state) ? [] : given;
  return typeof value === "string" ? [value] : value;
}

function isAnswered(state: FormState): boolean {
  return Object.keys(state.values).length > 0;
}
