import "server-only";
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { callGlobal } from "@/db/global";
import { sha256 } from "@/lib/platform/crypto";
import type { Actor } from "./actor";
import { actorShape } from "./schema";

/** After this a session ends even in use; `session_account` also ends it after 20 idle hours. */
export const sessionDays = 7;
const sweepEveryMs = 60 * 60 * 1000;

export interface OpenSession {
  /** Only for the cookie; the database keeps its hash. */
  token: string;
  expiresAt: Date;
}

export async function openSession(accountId: string, now: Date): Promise<OpenSession> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + sessionDays * 24 * 60 * 60 * 1000);
  await callGlobal(
    sql`select open_session(${accountId}::uuid, ${hashOf(token)}, ${at(now)}, ${at(expiresAt)})`,
  );
  await sweep(now);
  return { token, expiresAt };
}

export async function closeSession(token: string): Promise<void> {
  await callGlobal(sql`select close_session(${hashOf(token)})`);
}

/** Ends every session of the account that this one belongs to; says how many there were. */
export async function closeAllSessions(token: string): Promise<number> {
  const [row] = await callGlobal<{ ended: number }>(
    sql`select close_all_sessions(${hashOf(token)}) as ended`,
  );
  return row?.ended ?? 0;
}

/** Who acts in this trust, rebuilt from today's facts; null for a session that is over or has no place there. */
export async function findActor(token: string, ods: string, now: Date): Promise<Actor | null> {
  const [row] = await callGlobal<{ actor: unknown }>(
    sql`select resolve_actor(${hashOf(token)}, ${ods.toUpperCase()}, ${at(now)}) as actor`,
  );
  return row?.actor ? actorShape.parse(row.actor) : null;
}

export interface Entry {
  actor: Actor;
  /** How many trusts the account may enter today. */
  trusts: number;
}

/** The same, and how many trusts there are to choose from: what every page asks first, in one trip. */
export async function findEntry(token: string, ods: string, now: Date): Promise<Entry | null> {
  const hash = hashOf(token);
  const [row] = await callGlobal<{ actor: unknown; trusts: number }>(
    sql`select resolve_actor(${hash}, ${ods.toUpperCase()}, ${at(now)}) as actor,
      (select count(*)::integer from session_trusts(${hash}, ${at(now)})) as trusts`,
  );
  return row?.actor ? { actor: actorShape.parse(row.actor), trusts: row.trusts } : null;
}

export interface TrustOfMine {
  ods: string;
  name: string;
  staffName: string;
}

/** The trusts that the signed-in account may enter today. */
export async function listTrusts(token: string, now: Date): Promise<TrustOfMine[]> {
  const rows = await callGlobal<{ ods_code: string; name: string; staff_name: string }>(
    sql`select ods_code, name, staff_name from session_trusts(${hashOf(token)}, ${at(now)})`,
  );
  return rows.map(({ ods_code, name, staff_name }) => ({ ods: ods_code, name, staffName: staff_name }));
}

export interface SignedInAccount {
  accountId: string;
  email: string;
  expiresAt: Date;
}

/** Whose session this is, if it is still good. */
export async function findAccount(token: string, now: Date): Promise<SignedInAccount | null> {
  const [row] = await callGlobal<{ account_id: string; email: string; expires_at: string }>(
    sql`select account_id, email, expires_at from session_email(${hashOf(token)}, ${at(now)})`,
  );
  if (!row) return null;
  return { accountId: row.account_id, email: row.email, expiresAt: new Date(row.expires_at) };
}

/** The stored password hash of the session's account: for `proof` alone. */
export async function findSessionPassword(
  token: string,
  now: Date,
): Promise<{ accountId: string; passwordHash: string | null } | null> {
  const [row] = await callGlobal<{ account_id: string; password_hash: string | null }>(
    sql`select account_id, password_hash from session_password(${hashOf(token)}, ${at(now)})`,
  );
  return row ? { accountId: row.account_id, passwordHash: row.password_hash } : null;
}

let sweptAt = 0;

async function sweep(now: Date): Promise<void> {
  if (now.getTime() - sweptAt < sweepEveryMs) return;
  sweptAt = now.getTime();
  await callGlobal(sql`select sweep_sessions(${at(now)})`);
}

function hashOf(token: string) {
  return sql`${sha256(Buffer.from(token, "utf8"))}::bytea`;
}

function at(instant: Date) {
  return sql`${instant.toISOString()}::timestamptz`;
}
