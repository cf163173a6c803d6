import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/platform/canonical-json";

/** What makes a write the same write: the action's name, the form's key and everything that was typed. */
export interface OnceOnly {
  action: string;
  key: string;
  body: unknown;
}

export function bodyHashOf(body: unknown): Buffer {
  return createHash("sha256").update(canonicalJson(body)).digest();
}

/** The identifier in a stored answer, for showing what was saved. */
export function savedId(result: unknown): string | null {
  const id = typeof result === "object" && result !== null && "id" in result ? result.id : null;
  return typeof id === "string" ? id : null;
}
