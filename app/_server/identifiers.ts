import "server-only";
import { notFound } from "next/navigation";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The identifier in an address; a text that can't be one has no page. */
export function soundId(text: string): string {
  return uuid.test(text) ? text.toLowerCase() : notFound();
}

/** The same of the part after the question mark, where it may be left out. */
export function queryId(text: string | string[] | undefined): string | null {
  return text === undefined || text === "" ? null : soundId(String(text));
}

/** What was searched for: one short line, or nothing. */
export function queryText(text: string | string[] | undefined): string {
  return typeof text === "string" ? text.trim().slice(0, 100) : "";
}
