import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { sha256 } from "@/lib/platform/crypto";
import type { AuditAction } from "./actions";

/** The record that a chain belongs to: what it is, and its identifier. */
export type AuditStream = `${string}:${string}`;

export interface AuditEntry {
  action: AuditAction;
  stream: AuditStream;
  /** Identifiers and codes of what was involved, in clear. */
  refs: Record<string, string>;
  /** What was written, by field name: kept as salted hashes alone. */
  fields?: Record<string, unknown>;
}

/** Throws where free text is about to enter the audit: identifiers have no white space and an end. */
export function assertIdentifiers({ stream, refs }: Pick<AuditEntry, "stream" | "refs">): void {
  if (!/^[a-z][a-z_]*:\S{1,200}$/.test(stream)) throw new Error("not the name of an audit stream");
  for (const [name, ref] of Object.entries(refs)) {
    if (!/^\S{1,200}$/.test(ref)) throw new Error(`audit reference ${name} is not an identifier`);
  }
}

/** Each value as hex SHA-256 of salt, field name, a zero byte and the value's canonical JSON. */
export function hashFields(salt: Uint8Array, fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, hashField(salt, name, value)]),
  );
}

/** Lets anyone who holds the salt prove that a value is the one that was written. */
export function hashField(salt: Uint8Array, name: string, value: unknown): string {
  return createHash("sha256")
    .update(salt)
    .update(`${name}\0${canonicalJson(value)}`, "utf8")
    .digest("hex");
}

/** What a chain begins with, so that no chain can pass for another's. */
export function genesisHash(trustId: string, stream: string): Buffer {
  return sha256(Buffer.from(`countersign-audit/1:${trustId}:${stream}`, "utf8"));
}

/** The link: every entry's hash covers the hash before it. */
export function entryHash(previous: Uint8Array, text: string): Buffer {
  return createHash("sha256").update(previous).update(text, "utf8").digest();
}
