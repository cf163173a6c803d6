import { notFound } from "next/navigation";
import { identifier } from "@/lib/platform/schema";

const id = identifier("");

/** The identifier in an address; anything else leads to no record. */
export function recordId(text: string): string {
  return id.safeParse(text).success ? text.toLowerCase() : notFound();
}

/** The same where the address may name none. */
export function optionalRecordId(text: string | string[] | undefined): string | null {
  return text === undefined || text === "" ? null : recordId(String(text));
}
