import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noCheckpoint, type SignedCheckpoint, signCheckpoint } from "@/lib/audit/checkpoint";
import { appendCopies, copiesFile, lastCopy, readCopies } from "@/lib/audit/copies";
import { openSigningKey, readPublicKeys } from "@/lib/audit/keys";

const trust = "01940000-0000-7000-8000-000000000001";
const { privateKey } = generateKeyPairSync("ed25519");
let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "countersign-"));
  file = copiesFile(dir, trust);
});
afterEach(() => rmSync(dir, { recursive: true }));

function checkpoint(number: number): SignedCheckpoint {
  const sealedAt = "2026-05-14T09:30:00.000Z";
  return signCheckpoint(
    {
      v: 1,
      trust,
      number,
      size: 1,
      root: "ab".repeat(32),
      previous: noCheckpoint,
      sealedAt,
      keyId: "ab".repeat(8),
    },
    privateKey,
  );
}

async function numbers(): Promise<(number | undefined)[]> {
  const found = [];
  for await (const { checkpoint: copied } of readCopies(file)) found.push(copied?.number);
  return found;
}

describe("copies of checkpoints", () => {
  test("are none at first, and then what was appended", async () => {
    expect(await lastCopy(file)).toBeNull();
    expect(await numbers()).toEqual([]);
    await appendCopies(file, [checkpoint(1)]);
    await appendCopies(file, [checkpoint(2), checkpoint(3)]);
    expect(await numbers()).toEqual([1, 2, 3]);
    expect(await lastCopy(file)).toEqual(checkpoint(3));
  });

  test("many: the last is found from the end", async () => {
    await appendCopies(
      file,
      Array.from({ length: 500 }, (_, n) => checkpoint(n + 1)),
    );
    expect((await lastCopy(file))?.number).toBe(500);
    expect(await numbers()).toHaveLength(500);
  });

  test("half a line, left by a crash, does not count and is cut off by the next", async () => {
    await appendCopies(file, [checkpoint(1)]);
    appendFileSync(file, JSON.stringify(checkpoint(2)).slice(0, 90));
    expect((await lastCopy(file))?.number).toBe(1);
    await appendCopies(file, [checkpoint(2)]);
    expect(await numbers()).toEqual([1, 2]);
  });

  test("a line that can't be read is said to be one, and stops the sealer", async () => {
    await appendCopies(file, [checkpoint(1)]);
    writeFileSync(file, `${readFileSync(file, "utf8")}{"number":2}\n`);
    expect(await numbers()).toEqual([1, undefined]);
    await expect(lastCopy(file)).rejects.toThrow("legible");
  });
});

describe("the signing key", () => {
  test("is made once, for its owner's eyes alone, with its public half beside it", () => {
    const path = join(dir, "keys", "audit-key.pem");
    const key = openSigningKey(path);
    expect(openSigningKey(path).id).toBe(key.id);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect([...readPublicKeys(path).keys()]).toEqual([key.id]);
  });

  test("can be replaced: the old public half stays", () => {
    const path = join(dir, "audit-key.pem");
    const old = openSigningKey(path);
    rmSync(path);
    const fresh = openSigningKey(path);
    expect(new Set(readPublicKeys(path).keys())).toEqual(new Set([old.id, fresh.id]));
  });
});
