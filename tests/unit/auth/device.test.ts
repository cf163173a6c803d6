import { beforeAll, expect, test } from "vitest";
import { knownDevice, rememberAccount } from "@/lib/auth/device";

const now = new Date("2026-03-02T09:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgres://app:app@localhost:5432/unused";
  process.env.NEXTAUTH_URL ??= "http://localhost:3000";
  process.env.NEXTAUTH_SECRET ??= "a secret that is used in tests and nowhere else";
});

test("a browser knows the accounts that have signed in there, however written, for 180 days", () => {
  const first = rememberAccount(null, "Ann@Example.test", now);
  const both = rememberAccount(first, "bob@example.test", later(100));
  const id = knownDevice(both, " ann@example.test", now);
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(knownDevice(both, "bob@example.test", later(279))).toBe(id);
  expect(knownDevice(both, "ann@example.test", later(180))).toBeNull();
  expect(knownDevice(both, "eve@example.test", now)).toBeNull();
});

test("what we did not seal is no browser that anybody knows", () => {
  for (const made of [null, "", "nonsense", Buffer.from('{"id":"x"}').toString("base64url")]) {
    expect(knownDevice(made, "ann@example.test", now)).toBeNull();
  }
});

test("the cookie stays small, and says no e-mail address", () => {
  let sealed: string | null = null;
  for (let count = 0; count < 30; count += 1) sealed = rememberAccount(sealed, `p${count}@example.test`, now);
  expect(sealed?.length).toBeLessThan(3000);
  expect(knownDevice(sealed, "p29@example.test", now)).not.toBeNull();
  expect(knownDevice(sealed, "p0@example.test", now)).toBeNull();
});
