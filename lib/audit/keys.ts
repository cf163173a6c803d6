import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { newId } from "@/lib/platform/ids";
import { keyIdOf } from "./checkpoint";

export interface SigningKey {
  id: string;
  privateKey: KeyObject;
}

/** Reads the key that signs checkpoints and makes it when it is missing; its public half is kept beside it. */
export function openSigningKey(file: string): SigningKey {
  mkdirSync(dirname(file), { recursive: true });
  const privateKey = createPrivateKey(keptText(file, 0o600, newKey));
  const publicKey = createPublicKey(privateKey);
  const id = keyIdOf(publicKey);
  keptText(publicFile(file, id), 0o644, () => publicKey.export({ type: "spki", format: "pem" }).toString());
  return { id, privateKey };
}

/** Every public half that was ever kept beside the key, by its id: a key can be replaced and its past still be read. */
export function readPublicKeys(file: string): Map<string, KeyObject> {
  const start = basename(publicFile(file, ""), ".pub.pem");
  if (!existsSync(dirname(file))) return new Map();
  const names = readdirSync(dirname(file)).filter(
    (name) => name.startsWith(start) && name.endsWith(".pub.pem"),
  );
  const keys = names.map((name) => createPublicKey(readFileSync(join(dirname(file), name))));
  return new Map(keys.map((key) => [keyIdOf(key), key]));
}

function publicFile(file: string, id: string): string {
  return join(dirname(file), `${basename(file, ".pem")}.${id}.pub.pem`);
}

function newKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** The file appears whole or not at all; of two processes that make it, one wins and both read the same. */
function keptText(file: string, mode: number, make: () => string): string {
  const found = readIfThere(file);
  if (found !== null) return found;
  const draft = `${file}.${newId()}`;
  writeFileSync(draft, make(), { mode, flag: "wx", flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(file, "utf8");
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return null;
  }
}
