import { createHash, type KeyObject, sign, verify } from "node:crypto";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { sha256 } from "@/lib/platform/crypto";

/** What a checkpoint states; hashes as hex. */
export interface Checkpoint {
  v: 1;
  trust: string;
  /** Counted from 1 in each trust, without gaps. */
  number: number;
  /** How many entries its tree has. */
  size: number;
  root: string;
  previous: string;
  sealedAt: string;
  keyId: string;
}

export interface SignedCheckpoint extends Checkpoint {
  hash: string;
  signature: string;
}

/** What the first checkpoint names as the one before it. */
export const noCheckpoint = "00".repeat(32);

export function signCheckpoint(checkpoint: Checkpoint, privateKey: KeyObject): SignedCheckpoint {
  const text = checkpointText(checkpoint);
  return {
    ...checkpoint,
    hash: sha256(text).toString("hex"),
    signature: sign(null, text, privateKey).toString("hex"),
  };
}

/** What is wrong with a checkpoint by itself, or null. */
export function checkpointFault(
  signed: SignedCheckpoint,
  keys: ReadonlyMap<string, KeyObject>,
): string | null {
  const text = checkpointText(signed);
  if (sha256(text).toString("hex") !== signed.hash) return "its hash is not that of what it states";
  const key = keys.get(signed.keyId);
  if (!key) return `it is signed with key ${signed.keyId}, whose public half is not here`;
  return verify(null, text, key, Buffer.from(signed.signature, "hex")) ? null : "its signature is false";
}

/** A key's name: the first 16 hex digits of its public half's SHA-256. */
export function keyIdOf(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(spki).digest("hex").slice(0, 16);
}

function checkpointText({ v, trust, number, size, root, previous, sealedAt, keyId }: Checkpoint): Buffer {
  return Buffer.from(canonicalJson({ v, trust, number, size, root, previous, sealedAt, keyId }), "utf8");
}
