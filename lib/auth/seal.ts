import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/env";

/** What a sealed text is for; each has a key of its own, so that one can't be passed off as the other. */
export type SealPurpose = "form-key" | "kept-form" | "device" | "typed-email";

const ivLength = 12;
const tagLength = 16;
const keys = new Map<string, Buffer>();

/** Encrypts a JSON value so that only this installation can read it, and nobody can change it. */
export function seal(purpose: SealPurpose, value: unknown): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64url");
}

/** What was sealed, or null for anything that this installation did not seal for this purpose. */
export function unseal(purpose: SealPurpose, sealed: string): unknown {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length <= ivLength + tagLength) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, ivLength));
    decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
    const text = Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]);
    return JSON.parse(text.toString("utf8"));
  } catch {
    return null;
  }
}

function keyFor(purpose: SealPurpose): Buffer {
  const { nextauthSecret } = env();
  const name = `${purpose}:${nextauthSecret}`;
  const key =
    keys.get(name) ?? Buffer.from(hkdfSync("sha256", nextauthSecret, "", `countersign/${purpose}/1`, 32));
  keys.set(name, key);
  return key;
}
