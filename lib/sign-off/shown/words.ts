import { formatDate, isIsoDate } from "@/lib/platform/dates";

/** Anything in the text that a signer was shown. */
export type ShownValue =
  | string
  | number
  | boolean
  | null
  | readonly ShownValue[]
  | { readonly [key: string]: ShownValue };

export function isShownGroup(value: ShownValue): value is { readonly [key: string]: ShownValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** "performedOn" reads "Performed on". */
export function keyInWords(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A single value as people write it; what has no other form stays as it is. */
export function valueInWords(value: string | number | boolean | null | readonly ShownValue[]): string {
  if (value === null || value === "") return "None";
  if (value === true) return "Yes";
  if (value === false) return "No";
  return typeof value === "string" && isIsoDate(value) ? formatDate(value) : String(value);
}
