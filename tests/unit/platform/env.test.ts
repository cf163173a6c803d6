import { expect, test } from "vitest";
import { readEnv } from "@/lib/platform/env";

const good = {
  DATABASE_URL: "postgres://countersign_app:secret-1@localhost:5432/countersign",
  NEXTAUTH_URL: "https://countersign.example.nhs.uk",
  NEXTAUTH_SECRET: "s".repeat(32),
};

test("what is left out has its default", () => {
  expect(readEnv(good)).toEqual({
    databaseUrl: good.DATABASE_URL,
    migrationUrl: undefined,
    nextauthUrl: good.NEXTAUTH_URL,
    nextauthSecret: good.NEXTAUTH_SECRET,
    dataDir: ".data",
    auditKeyFile: ".data/audit-key.pem",
    databasePool: 10,
    pgbouncer: false,
    argon2Concurrency: 2,
    maxConnections: 12_000,
    logLevel: "info",
    port: 3000,
    trustedProxies: 0,
  });
});

test("an empty variable counts as left out", () => {
  expect(readEnv({ ...good, DATABASE_POOL: "", MIGRATION_URL: " " })).toMatchObject({ databasePool: 10 });
});

test("values are read as what they are", () => {
  const given = {
    PGBOUNCER: "1",
    DATABASE_POOL: "25",
    DATA_DIR: "/srv/data",
    PORT: "8080",
    LOG_LEVEL: "warn",
  };
  expect(readEnv({ ...good, ...given })).toMatchObject({
    pgbouncer: true,
    databasePool: 25,
    auditKeyFile: "/srv/data/audit-key.pem",
    port: 8080,
    logLevel: "warn",
  });
});

test("all faults are named at once", () => {
  const faults = messageOf({
    NEXTAUTH_SECRET: "short",
    DATABASE_POOL: "0",
    LOG_LEVEL: "loud",
    PGBOUNCER: "yes",
  });
  expect(faults.split("\n- ")).toEqual([
    "Countersign can't start with this configuration:",
    expect.stringMatching(/^DATABASE_URL is missing: give the address/),
    expect.stringMatching(/^NEXTAUTH_URL is missing: give the address/),
    expect.stringMatching(/^NEXTAUTH_SECRET must have at least 32 characters/),
    "DATABASE_POOL must be a whole number from 1 to 500",
    "PGBOUNCER must be 1 for yes, or 0 or nothing for no",
    expect.stringMatching(/^LOG_LEVEL must be one of fatal, error/),
  ]);
});

test.each([
  "mysql://a:b@c/d",
  "postgres://localhost:5432",
  "countersign",
  "postgres://localhost/countersign",
])("%s is no database address", (address) =>
  expect(messageOf({ ...good, DATABASE_URL: address })).toContain("DATABASE_URL must look like"),
);

test.each(["countersign.example", "http://countersign.example", "https://a.example/path", "ftp://a.example"])(
  "%s is no external address",
  (address) =>
    expect(messageOf({ ...good, NEXTAUTH_URL: address })).toContain("NEXTAUTH_URL must be an address"),
);

test("http is accepted on localhost alone", () => {
  expect(readEnv({ ...good, NEXTAUTH_URL: "http://localhost:3001/" }).nextauthUrl).toBe(
    "http://localhost:3001",
  );
});

test("the application may not connect as the owner", () => {
  expect(messageOf({ ...good, MIGRATION_URL: good.DATABASE_URL })).toContain(
    "another role than MIGRATION_URL",
  );
});

test("a fault never repeats a secret", () => {
  expect(
    messageOf({ ...good, DATABASE_URL: "postgres://u:hunter2@", NEXTAUTH_SECRET: "hunter2" }),
  ).not.toContain("hunter2");
});

function messageOf(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the configuration was accepted");
}
