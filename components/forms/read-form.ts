import { type FormState, formIdPrefixField, formKeyField, signInFields } from "./form-state";

export interface ReadForm {
  /** For the schema: repeated fields as lists, the parts of a date as one YYYY-MM-DD. */
  input: Record<string, string | string[]>;
  /** For showing again: as typed, without secrets. */
  values: FormState["values"];
  formKey: string;
  /** Was there a secret among it, which is never shown again? */
  secrets: boolean;
}

const ours = new Set<string>([formKeyField, formIdPrefixField, ...Object.values(signInFields)]);
const secret = /password|secret/i;

/** Reads what a form sends, the same way before sending as on the server. A file is not text. */
export function readForm(data: FormData): ReadForm {
  const typed = typedFields(data);
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !secret.test(name)));
  return {
    input: { ...typed, ...dates(typed) },
    values,
    formKey: textOf(data, formKeyField),
    secrets: Object.keys(values).length < Object.keys(typed).length,
  };
}

export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === "string" ? value : "";
}

function typedFields(data: FormData): Record<string, string | string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, value] of data) {
    if (typeof value !== "string" || name.startsWith("$ACTION") || ours.has(name)) continue;
    const known = texts.get(name);
    if (known) known.push(value);
    else texts.set(name, [value]);
  }
  const single = (all: string[]) => (all.length > 1 ? all : (all[0] ?? ""));
  return Object.fromEntries([...texts].map(([name, all]) => [name, single(all)]));
}

function dates(typed: Record<string, string | string[]>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of Object.keys(typed).filter((name) => name.endsWith("-day"))) {
    const name = field.slice(0, -"-day".length);
    const parts = ["year", "month", "day"].map((part) => typed[`${name}-${part}`]);
    const texts = parts.filter((part) => typeof part === "string").map((part) => part.trim());
    if (texts.length === 3) found[name] = composed(texts);
  }
  return found;
}

/** "2026", "5", "14" → "2026-05-14"; nothing typed at all is an empty date, not a wrong one. */
function composed([year = "", month = "", day = ""]: string[]): string {
  if (`${year}${month}${day}` === "") return "";
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
