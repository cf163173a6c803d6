import "server-only";
import { refuse } from "@/lib/platform/refusals";
import type { Actor } from "./actor";
import { verifyPassword } from "./password";
import { findSessionPassword } from "./sessions";
import { throttled } from "./throttle";
import { perAccount } from "./throttle-rules";

declare const minted: unique symbol;

/** That the person proved, just now, to be the staff member who signs. Only this file can make one. */
export interface IdentityProof {
  readonly [minted]: true;
  readonly method: "password" | "demonstration";
  readonly provedAt: Date;
  readonly staffId: string;
}

/** Proves by the password of the account that is signed in. Another factor would stand beside this function. */
export async function provePassword(
  token: string,
  actor: Actor,
  password: string,
  now: Date,
): Promise<IdentityProof> {
  const counted = { name: `proof:${actor.accountId}`, allowance: perAccount };
  const proof = await throttled([counted], now, "password", async () => {
    const account = await findSessionPassword(token, now);
    const own = account?.accountId === actor.accountId ? account.passwordHash : null;
    return (await verifyPassword(own, password, { first: true })) ? mint("password", actor, now) : null;
  });
  return proof ?? refuse("invalid", "wrong-password", {}, "password");
}

/** Stands for proof in the made-up histories of demonstration data. The database refuses it in a real trust too. */
export function proveDemonstration(actor: Actor, now: Date): IdentityProof {
  if (!actor.demo) refuse("forbidden", "demonstration-only");
  return mint("demonstration", actor, now);
}

function mint(method: IdentityProof["method"], actor: Actor, provedAt: Date): IdentityProof {
  return { method, provedAt, staffId: actor.staffId } as IdentityProof;
}
