import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { env } from "@/lib/platform/env";
import { refuse } from "@/lib/platform/refusals";
import { Turns } from "@/lib/platform/turns";

/** Argon2id with 19 MiB and 2 passes, as OWASP's password storage cheat sheet advises. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const longestQueue = 200;
let turns: Turns | undefined;
let nobody: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/**
 * Compares with the stored hash. No hash (no such account, no password) takes the same work and is never right.
 * Whom we know goes first, so that a flood of strangers holds up strangers alone.
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
  { first }: { first: boolean },
): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString("base64"));
  const against = stored ?? (await nobody);
  const right = await inTurn(first, () => verify(against, password));
  return right && stored !== null;
}

/** Few hashes at once, so that a rush of sign-ins leaves processors for everybody's pages. */
async function inTurn<T>(first: boolean, work: () => Promise<T>): Promise<T> {
  turns ??= new Turns({ atOnce: env().argon2Concurrency, longestQueue });
  const asked = turns;
  const end = await new Promise<() => void>((go) => {
    if (!asked.ask(go, first)) refuse("rule", "sign-in-busy");
  });
  try {
    return await work();
  } finally {
    end();
  }
}
