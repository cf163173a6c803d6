import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkpointFault, keyIdOf, noCheckpoint, signCheckpoint } from "@/lib/audit/checkpoint";

const pair = generateKeyPairSync("ed25519");
const keyId = keyIdOf(pair.publicKey);
const keys = new Map([[keyId, pair.publicKey]]);

const signed = signCheckpoint(
  {
    v: 1,
    trust: "01940000-0000-7000-8000-000000000001",
    number: 1,
    size: 3,
    root: "ab".repeat(32),
    previous: noCheckpoint,
    sealedAt: "2026-05-14T09:30:00.000Z",
    keyId,
  },
  pair.privateKey,
);

describe("a checkpoint", () => {
  test("is sound as it was signed", () => {
    expect(checkpointFault(signed, keys)).toBeNull();
    expect(keyId).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    { trust: "01940000-0000-7000-8000-000000000002" },
    { number: 2 },
    { size: 2 },
    { root: "ac".repeat(32) },
    { previous: "01".repeat(32) },
    { sealedAt: "2026-05-14T09:30:00.001Z" },
  ])("no longer states its hash once it says %o", (change) => {
    expect(checkpointFault({ ...signed, ...change }, keys)).toContain("hash");
  });

  test("can't be signed anew by whoever lacks the key", () => {
    const thief = generateKeyPairSync("ed25519");
    const forged = signCheckpoint({ ...signed, size: 2 }, thief.privateKey);
    expect(checkpointFault(forged, keys)).toContain("signature");
    const owned = signCheckpoint({ ...signed, keyId: keyIdOf(thief.publicKey) }, thief.privateKey);
    expect(checkpointFault(owned, keys)).toContain("public half");
  });
});
