import { describe, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { env } from "@/lib/platform/env";
import { useDatabase } from "@/tests/support/database";

useDatabase();

describe("hashes at once", () => {
  test("whom we know goes before a queue of strangers", async () => {
    const stored = await hashPassword("right");
    let strangers = 0;
    const crowd = Array.from({ length: 60 }, async () => {
      await verifyPassword(stored, "wrong", { first: false });
      strangers += 1;
    });
    await new Promise((later) => setImmediate(later));
    expect(await verifyPassword(stored, "right", { first: true })).toBe(true);
    // Few: those that were being hashed already, and what the other place hashed meanwhile. In turn it would be all.
    expect(strangers).toBeLessThan(15);
    await Promise.all(crowd);
    expect(strangers).toBe(60);
  });

  test("a queue that is too long is refused, and lets the known in still", async () => {
    const stored = await hashPassword("right");
    const crowd = Array.from({ length: 250 }, () => verifyPassword(stored, "wrong", { first: false }));
    const answers = Promise.allSettled(crowd);
    expect(await verifyPassword(stored, "right", { first: true })).toBe(true);
    const refused = (await answers).filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(250 - 200 - env().argon2Concurrency);
  });
});
