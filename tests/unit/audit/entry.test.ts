import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { auditActions } from "@/lib/audit/actions";
import { type AuditStream, assertIdentifiers, hashField, hashFields } from "@/lib/audit/entry";

const salt = Buffer.alloc(16, 7);

describe("field hashes", () => {
  test("are salt, name, a zero byte and canonical JSON", () => {
    const bytes = Buffer.concat([salt, Buffer.from('note\0{"a":1,"b":"two"}')]);
    expect(hashField(salt, "note", { b: "two", a: 1 })).toBe(
      createHash("sha256").update(bytes).digest("hex"),
    );
  });

  test("differ by salt and by name, so that equal values can't be told", () => {
    const hashes = hashFields(salt, { first: "yes", second: "yes" });
    expect(hashes.first).not.toBe(hashes.second);
    expect(hashField(Buffer.alloc(16, 8), "first", "yes")).not.toBe(hashes.first);
  });
});

describe("what stands in clear", () => {
  const stream: AuditStream = "practice:01940000-0000-7000-8000-000000000001";

  test("is identifiers", () => {
    expect(() =>
      assertIdentifiers({ stream, refs: { competency: "NM-01", on: "2026-05-14" } }),
    ).not.toThrow();
  });

  test("is never free text, nor a stream without a name", () => {
    expect(() => assertIdentifiers({ stream, refs: { note: "felt unwell today" } })).toThrow("note");
    expect(() => assertIdentifiers({ stream, refs: { note: "" } })).toThrow("note");
    expect(() => assertIdentifiers({ stream: "practice: one two", refs: {} })).toThrow();
    expect(() => assertIdentifiers({ stream: ":x", refs: {} })).toThrow();
  });

  test("names of actions are two words in the past tense, each once", () => {
    expect(new Set(auditActions).size).toBe(auditActions.length);
    for (const action of auditActions)
      expect(action).toMatch(/^[a-z_]+\.(not_)?([a-z]+_)*(\w+ed|set|given|withdrawn|taken_over)$/);
  });
});
