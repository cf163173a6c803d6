import { beforeAll, describe, expect, test } from "vitest";
import { seal, unseal } from "@/lib/auth/seal";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://app:app@localhost:5432/unused";
  process.env.NEXTAUTH_URL ??= "http://localhost:3000";
  process.env.NEXTAUTH_SECRET ??= "a secret that is used in tests and nowhere else";
});

describe("a sealed text", () => {
  test("gives back what was sealed", () => {
    const value = { note: "Zoë’s note\n", list: ["a", "b"] };
    expect(unseal("kept-form", seal("kept-form", value))).toEqual(value);
  });

  test("is another one each time, and says nothing of what is inside", () => {
    const first = seal("kept-form", { note: "typed" });
    expect(seal("kept-form", { note: "typed" })).not.toBe(first);
    expect(Buffer.from(first, "base64url").toString("latin1")).not.toContain("typed");
  });

  test("opens for its own purpose only", () => {
    expect(unseal("form-key", seal("kept-form", { a: 1 }))).toBeNull();
  });

  test("does not open once any byte has been changed", () => {
    const bytes = Buffer.from(seal("form-key", { a: 1 }), "base64url");
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(unseal("form-key", changed.toString("base64url"))).toBeNull();
    }
  });

  test.each(["", "nonsense", "%%%", "a".repeat(10_000)])("is not %j", (text) => {
    expect(unseal("form-key", text)).toBeNull();
  });
});
