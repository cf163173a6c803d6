import { join } from "node:path";
import { z } from "zod";

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const required = (what: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? `is missing: ${what}` : undefined),
});

const databaseUrl = (whose: string) =>
  z
    .string(required(`give ${whose}, such as postgres://user:password@host:5432/countersign`))
    .refine(isDatabaseUrl, "must look like postgres://user:password@host:5432/countersign");

const count = (fallback: number, most: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => isCount(text, most), `must be a whole number from 1 to ${most}`)
    .transform(Number);

const countOrNone = (most: number) =>
  z
    .string()
    .default("0")
    .refine((text) => text === "0" || isCount(text, most), `must be a whole number from 0 to ${most}`)
    .transform(Number);

const yesOrNo = z
  .enum(["0", "1"], "must be 1 for yes, or 0 or nothing for no")
  .default("0")
  .transform((text) => text === "1");

const variables = z.object({
  DATABASE_URL: databaseUrl("the address of the database as the application's own role"),
  MIGRATION_URL: databaseUrl("the address of the database as its owner").optional(),
  NEXTAUTH_URL: z
    .string(
      required(
        "give the address at which people open Countersign, such as https://countersign.example.nhs.uk",
      ),
    )
    .refine(isOrigin, "must be an address without a path, by https unless it is on localhost"),
  NEXTAUTH_SECRET: z
    .string(required("make one with `openssl rand -base64 32`"))
    .min(32, "must have at least 32 characters: make one with `openssl rand -base64 32`"),
  DATA_DIR: z.string().default(".data"),
  AUDIT_KEY_FILE: z.string().optional(),
  DATABASE_POOL: count(10, 500),
  PGBOUNCER: yesOrNo,
  ARGON2_CONCURRENCY: count(2, 64),
  MAX_CONNECTIONS: count(12_000, 1_000_000),
  TRUSTED_PROXIES: countOrNone(10),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
  PORT: count(3000, 65_535),
});

/** The configuration; `.env.example` says what each variable is for. */
export interface Environment {
  databaseUrl: string;
  migrationUrl: string | undefined;
  nextauthUrl: string;
  nextauthSecret: string;
  dataDir: string;
  auditKeyFile: string;
  databasePool: number;
  pgbouncer: boolean;
  argon2Concurrency: number;
  maxConnections: number;
  trustedProxies: number;
  logLevel: (typeof logLevels)[number];
  port: number;
}

let cached: Environment | undefined;

/** The configuration of this process, read once. */
export function env(): Environment {
  cached ??= readEnv();
  return cached;
}

/** Makes the next `env()` read again: for tests that change the process's variables. */
export function resetEnv(): void {
  cached = undefined;
}

/** Reads the configuration, or throws one error that names every fault; a fault never repeats the value. */
export function readEnv(source: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw refusal(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
  const { data } = parsed;
  if (data.MIGRATION_URL && userOf(data.MIGRATION_URL) === userOf(data.DATABASE_URL)) {
    throw refusal(["DATABASE_URL must use another role than MIGRATION_URL: the application may own nothing"]);
  }
  return {
    databaseUrl: data.DATABASE_URL,
    migrationUrl: data.MIGRATION_URL,
    nextauthUrl: data.NEXTAUTH_URL.replace(/\/$/, ""),
    nextauthSecret: data.NEXTAUTH_SECRET,
    dataDir: data.DATA_DIR,
    auditKeyFile: data.AUDIT_KEY_FILE ?? join(data.DATA_DIR, "audit-key.pem"),
    databasePool: data.DATABASE_POOL,
    pgbouncer: data.PGBOUNCER,
    argon2Concurrency: data.ARGON2_CONCURRENCY,
    maxConnections: data.MAX_CONNECTIONS,
    trustedProxies: data.TRUSTED_PROXIES,
    logLevel: data.LOG_LEVEL,
    port: data.PORT,
  };
}

function refusal(faults: string[]): Error {
  return new Error(["Countersign can't start with this configuration:", ...faults].join("\n- "));
}

function isCount(text: string, most: number): boolean {
  return /^[1-9]\d*$/.test(text) && Number(text) <= most;
}

function isDatabaseUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPostgres = url?.protocol === "postgres:" || url?.protocol === "postgresql:";
  return isPostgres && url.username !== "" && url.hostname !== "" && url.pathname.length > 1;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return origin === text.replace(/\/$/, "") && (protocol === "https:" || (protocol === "http:" && isLocal));
}

function userOf(address: string): string {
  return new URL(address).username;
}
